using ClusterSim.Sweeps.Running;

namespace ClusterSim.Tests.Sweeps.Running;

/// <summary>Answers for each point what a test says, and counts how often each was begun.</summary>
internal sealed class ScriptedRunner(string node, Func<PointWork, Task<PointResult>> answer) : IPointRunner
{
    public async Task<PointResult> RunAsync(PointWork work, CancellationToken cancellation) => await answer(work).WaitAsync(cancellation) with { Node = node };

    public void Dispose()
    {
    }

    /// <summary>A result without figures, or with an error.</summary>
    public static PointResult Result(PointWork work, string? error = null) =>
        new() { Point = work.Point, Attempt = work.Attempt, Node = "", Error = error, Events = work.Point };
}
