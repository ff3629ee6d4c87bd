using ClusterSim.Collectives.Messaging;
using ClusterSim.Collectives.Options;
using ClusterSim.Core.Messages;

namespace ClusterSim.Collectives.Npu;

/// <summary>What the parts of one NPU share.</summary>
/// <param name="Npu">Its number.</param>
/// <param name="Clock">Knows the time.</param>
/// <param name="Options">The system.</param>
/// <param name="Delays">Lets time pass.</param>
/// <param name="Messenger">Sends and receives.</param>
internal sealed record NpuParts(int Npu, IOutbox Clock, SystemOptions Options, OwnDelays Delays, Messenger Messenger)
{
    public LocalMemory LocalMemory { get; } = new(Options.LocalMemoryBandwidth);
}
