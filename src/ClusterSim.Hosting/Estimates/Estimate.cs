using ClusterSim.Core.Units;

namespace ClusterSim.Hosting.Estimates;

/// <summary>What simulating an experiment will take on this machine, roughly.</summary>
/// <param name="Messages">Chunks that NPUs send each other. Close to exact.</param>
/// <param name="Memory">Of the whole process at its peak. Right within a factor of 2 or so.</param>
/// <param name="Time">From start to exit. Right within a factor of 3 or so.</param>
public sealed record Estimate(long Messages, ByteSize Memory, TimeSpan Time);
