using ClusterSim.Core.Units;

namespace ClusterSim.Hosting.Estimates;

/// <summary>What simulating an experiment will take, on a machine of two cores. Saturates where no number is large enough.</summary>
/// <param name="Messages">
/// Messages that NPUs send each other: exactly, except where ranks of a large system differ, as in double binary trees of more
/// than 500,000 NPUs.
/// </param>
/// <param name="Memory">
/// What the whole process takes at its peak, if collectives run one after the other; right within a factor of 2 where it was measured.
/// </param>
/// <param name="Time">From start to exit; right within a factor of 3 where it was measured.</param>
public sealed record Estimate(long Messages, ByteSize Memory, TimeSpan Time);
