using System.Text;
using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Planning;
using ClusterSim.Sweeps.Running;
using ClusterSim.Testing;
using ClusterSim.Tests.Hosting.Configuration;

namespace ClusterSim.Tests.Sweeps;

/// <summary>The folder of a sweep that never ran: its results are made up.</summary>
internal sealed class SampleFolder : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly InputFolder input = new();
    private readonly SweepPlan plan;
    private readonly PointIds ids;

    /// <param name="lines">The sweep without its base.</param>
    public SampleFolder(string lines)
    {
        Folder = new(temporary.FullPath);
        plan = SweepSamples.Plan(input, lines);
        ids = SweepSamples.Identify(plan);
        SafeFile.Write(Folder.Definition, stream => stream.Write(Encoding.UTF8.GetBytes(plan.Definition.Yaml)));
        PlanFile.Write(Folder.Plan, plan, ids);
        PointJournal.Open(Folder.Journal).Dispose();
    }

    public SweepFolder Folder { get; }

    public SweepResults Results() => SweepResults.Open(Folder);

    /// <summary>Keeps the experiment that the points vary.</summary>
    public SampleFolder WithBase()
    {
        using var journal = PointJournal.Open(Folder.Journal);
        journal.AppendBase(new(9, 9), input.Document().ToYaml());
        return this;
    }

    /// <summary>Finishes a point.</summary>
    public SampleFolder With(int point, PointResult result)
    {
        using var journal = PointJournal.Open(Folder.Journal);
        journal.Append(new(ids.Run(point), ids.Configuration(point), new(9, 9), plan.Assignments(point), result));
        return this;
    }

    /// <summary>Finishes a point of which all NPUs finish and are busy as long as given, half of that without overlap.</summary>
    public SampleFolder With(int point, long wallNs) => With(point, Result(0b111, [4], [wallNs, wallNs / 2, wallNs]));

    /// <summary>A result with certain figures.</summary>
    public static PointResult Result(int figures, int[] counts, long[] values) => new()
    {
        Point = 0,
        Attempt = 1,
        Node = "here",
        ElapsedSeconds = 0.5,
        SimulatedNs = 1000,
        Messages = 24,
        Hops = 48,
        Events = 96,
        Digest = 0xabc,
        Figures = figures,
        NpuCounts = counts,
        Values = values,
    };

    public void Dispose()
    {
        temporary.Dispose();
        input.Dispose();
    }
}
