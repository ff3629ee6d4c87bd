namespace ClusterSim.Hosting.Verification;

/// <summary>A figure that is not as it was recorded.</summary>
/// <param name="Npu">Whose figure it is.</param>
/// <param name="Figure">Its name, as in <see cref="Verification.Figure.Name"/>.</param>
/// <param name="Expected">What was recorded, or the range that was.</param>
/// <param name="Found">What the simulation gives.</param>
public sealed record Difference(int Npu, string Figure, string Expected, string Found)
{
    public override string ToString() => $"NPU {Npu}: {Figure} expected {Expected}, found {Found}";
}
