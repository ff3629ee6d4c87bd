using ClusterSim.Engine;

namespace ClusterSim.Hosting.Simulation;

/// <summary>Tells how far a run is in the terms of its experiment.</summary>
internal sealed class ProgressRelay : ICloseProgress<EngineProgress>
{
    private readonly IProgress<RunProgress> target;
    private readonly int npuCount;

    private ProgressRelay(IProgress<RunProgress> target, int npuCount)
    {
        this.target = target;
        this.npuCount = npuCount;
    }

    public static ProgressRelay? To(IProgress<RunProgress>? target, int npuCount) => target is null ? null : new ProgressRelay(target, npuCount);

    public bool IsClose => target is ICloseProgress<RunProgress> { IsClose: true };

    public void Report(EngineProgress value) => target.Report(
        new RunProgress(value.Now, value.Events, value.Completed, npuCount) { Links = value.Use, Hosts = value.Hosts });
}
