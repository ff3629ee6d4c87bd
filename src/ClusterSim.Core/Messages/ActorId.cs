using System.Globalization;

namespace ClusterSim.Core.Messages;

/// <summary>
/// A simulated actor's number in its simulation. NPUs come first, so NPU i is actor i; links, switch ports and memories
/// follow. Numbers do not depend on partitions, threads or machines.
/// </summary>
/// <param name="Index">From 0, dense.</param>
public readonly record struct ActorId(int Index)
{
    /// <summary>The actor of an NPU.</summary>
    public static ActorId OfNpu(int npu) => new(npu);

    public override string ToString() => "#" + Index.ToString(CultureInfo.InvariantCulture);
}
