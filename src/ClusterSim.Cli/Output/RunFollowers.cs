using ClusterSim.Engine;
using ClusterSim.Hosting.Simulation;

namespace ClusterSim.Cli.Output;

/// <summary>Several who follow a run, told one after the other.</summary>
internal sealed class RunFollowers : ICloseProgress<RunProgress>
{
    private readonly IReadOnlyList<IProgress<RunProgress>> followers;

    private RunFollowers(IReadOnlyList<IProgress<RunProgress>> followers)
    {
        this.followers = followers;
    }

    public bool IsClose => followers.Any(follower => follower is ICloseProgress<RunProgress> { IsClose: true });

    /// <summary>Those that are there; null: nobody follows.</summary>
    public static RunFollowers? Of(params IProgress<RunProgress>?[] followers)
    {
        var there = followers.OfType<IProgress<RunProgress>>().ToList();
        return there.Count == 0 ? null : new RunFollowers(there);
    }

    public void Report(RunProgress value)
    {
        foreach (var follower in followers)
        {
            follower.Report(value);
        }
    }
}
