using ClusterSim.Collectives.Results;
using ClusterSim.Core;
using ClusterSim.Core.Units;
using ClusterSim.Engine;
using ClusterSim.Hosting.Diagnosis;
using ClusterSim.Hosting.Results;
using ClusterSim.Network.Options;

namespace ClusterSim.Hosting.Simulation;

/// <summary>Makes the result that users see from what the actors found.</summary>
internal static class ResultBuilder
{
    /// <summary>The result of a run whose actors have come to their end, wherever they lived.</summary>
    /// <exception cref="SimulationFailedException">It is stuck, or something was lost.</exception>
    public static SimulationResult Build(Experiment experiment, CollectiveLedger ledger, EngineResult outcome, FailureDiagnostics diagnostics)
    {
        if (diagnostics.Examine(outcome) is { } failure)
        {
            throw failure;
        }

        var reports = outcome.Reports.OfType<NpuReport>().OrderBy(report => report.Npu).ToArray();
        var crossed = ChunksCrossed.In(outcome.Reports);
        Conservation.Check(reports, crossed);
        if (experiment.System.Plugins.Count > 0)
        {
            Conservation.CheckClaimed(reports, experiment.System.Plugins);
        }

        var result = Build(experiment, reports, ledger, outcome);
        return crossed is null ? result : result with { Hops = crossed.Chunks };
    }

    private static SimulationResult Build(
        Experiment experiment, IReadOnlyList<NpuReport> reports, CollectiveLedger ledger, EngineResult outcome) => new()
        {
            Name = experiment.Name,
            Backend = experiment.Network.Backend == NetworkBackend.CongestionAware ? "congestion-aware" : "congestion-unaware",
            Npus = [.. reports.Select(report => NpuOf(report, experiment.System.Roofline))],
            Collectives = [.. ledger.Records().Select(record => CollectiveOf(record, experiment))],
            End = reports.Max(report => report.Finish!.Value),
            Messages = reports.Sum(report => report.Messages),
            Hops = reports.Sum(report => report.Hops),
            Events = outcome.Events,
            Digest = outcome.Digest,
            Elapsed = TimeSpan.Zero,
            Partitions = 1,
        };

    private static NpuResult NpuOf(NpuReport report, bool withRoofline)
    {
        var overlap = report.Gpu + report.Communication - (report.LastEnd - SimTime.Zero);
        var timeline = report.MemoryTimeline;
        return new NpuResult
        {
            Npu = report.Npu,
            Finish = report.Finish!.Value,
            Exposed = report.Finish.Value - SimTime.Zero - report.Computed,
            Wall = report.LastEnd - SimTime.Zero,
            Gpu = report.Gpu,
            Cpu = report.Cpu,
            Communication = report.Communication,
            RemoteMemory = report.RemoteMemory,
            Overlap = overlap > SimDuration.Zero ? overlap : SimDuration.Zero,
            HiddenCommunication = report.Hidden,
            Roofline = withRoofline ? RooflineOf(report) : null,
            PeakMemory = timeline is null ? null : timeline.Select(sample => sample.Size).DefaultIfEmpty().Max(),
            MemoryTimeline = timeline is null ? [] : [.. timeline.Select(sample => new MemorySample(sample.Time, sample.Size))],
        };
    }

    private static RooflineResult RooflineOf(NpuReport report)
    {
        const double Percent = 100;
        var (bound, compute, memory, intensity) = report.Roofline;
        return new RooflineResult(bound * Percent, compute * Percent, memory * Percent, intensity);
    }

    private static CollectiveResult CollectiveOf(CollectiveRecord record, Experiment experiment)
    {
        var graph = experiment.Workload.Graphs[record.Npu];
        var name = graph.Names[record.Node];
        return new CollectiveResult(
            name.Length > 0 ? name : $"node {graph[record.Node].Id}",
            record.Kind,
            record.Group,
            record.Ranks,
            record.Size,
            record.Algorithm,
            record.Start,
            record.Finish - record.Start);
    }
}
