using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Npu;

/// <summary>Who carries out what follows.</summary>
internal interface IContinues
{
    /// <param name="next">What follows.</param>
    /// <param name="size">The size of the packet, where one is spoken of.</param>
    void Continue(in Continuation next, ByteSize size);
}
