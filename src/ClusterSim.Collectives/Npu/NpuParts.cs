using ClusterSim.Collectives.Messaging;
using ClusterSim.Collectives.Options;
using ClusterSim.Engine.Actors;

namespace ClusterSim.Collectives.Npu;

/// <summary>What the parts of one NPU share.</summary>
/// <param name="Npu">Its number.</param>
/// <param name="Actor">Knows the time, and sends.</param>
/// <param name="Options">The system.</param>
/// <param name="Phases">The running phases of its collectives.</param>
/// <param name="Delays">Lets time pass.</param>
/// <param name="Messenger">Sends and receives.</param>
internal sealed record NpuParts(int Npu, SimActor Actor, SystemOptions Options, PhaseTable Phases, OwnDelays Delays, Messenger Messenger)
{
    public LocalMemory LocalMemory { get; } = new(Options.LocalMemoryBandwidth);
}
