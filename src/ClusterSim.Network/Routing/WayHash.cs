namespace ClusterSim.Network.Routing;

/// <summary>
/// Chooses one of equal ways for a flow. Each number is mixed in by the finalizer of MurmurHash3 (A. Appleby), of which every bit of the
/// result depends on every bit of what goes in; the choice is the upper 32 bits modulo the number of ways.
/// </summary>
internal static class WayHash
{
    // As the published function has them.
    private const ulong FirstFactor = 0xFF51AFD7ED558CCD;
    private const ulong SecondFactor = 0xC4CEB9FE1A85EC53;
    private const int Shift = 33;

    /// <param name="seed">The network's.</param>
    /// <param name="flow">What the chunks that go together have in common.</param>
    /// <param name="device">Where ways part: without it, a device would get only flows that chose alike before, and choose alike again.</param>
    /// <param name="ways">How many there are; at least 1.</param>
    public static int Choose(long seed, in FlowKey flow, int device, int ways)
    {
        var hash = Mix(unchecked((ulong)seed));
        hash = Mix(hash ^ flow.Ends);
        hash = Mix(hash ^ unchecked((ulong)flow.Tag));
        hash = Mix(hash ^ (uint)device);
        return (int)((hash >> 32) % (uint)ways);
    }

    // 0 would stay 0, so it begins one further.
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value++;
            value = (value ^ (value >> Shift)) * FirstFactor;
            value = (value ^ (value >> Shift)) * SecondFactor;
            return value ^ (value >> Shift);
        }
    }
}
