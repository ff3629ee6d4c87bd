using ClusterSim.Core.Units;

namespace ClusterSim.Hosting.Estimates;

/// <summary>What simulating an experiment will take on this machine, roughly.</summary>
/// <param name="Messages">Chunks that NPUs send each other; right to a few per cent where collectives are cut into many chunks.</param>
/// <param name="Memory">What the whole process takes, without the messages that are on their way, which depend on the algorithm.</param>
/// <param name="Time">From start to exit; right within a factor of 3 or so.</param>
public sealed record Estimate(long Messages, ByteSize Memory, TimeSpan Time);
