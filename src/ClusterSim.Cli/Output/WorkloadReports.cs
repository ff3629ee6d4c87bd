using System.Globalization;
using ClusterSim.Cli.Output.Reports;
using ClusterSim.Core.Input;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;
using ClusterSim.Workload.Summary;

namespace ClusterSim.Cli.Output;

/// <summary>What a workload holds, as tables.</summary>
internal static class WorkloadReports
{
    /// <summary>NPUs by what they do; NPUs that do as much share a row.</summary>
    public static Report Npus(WorkloadSummary summary)
    {
        var rows = summary.OfNpu.Index()
            .GroupBy(npu => FiguresOf(npu.Item), npu => npu.Index)
            .Select(IReadOnlyList<object?> (alike) =>
            [
                NpuRanges.Text([.. alike]), alike.LongCount(), alike.Key.Nodes, alike.Key.Compute, alike.Key.Host, alike.Key.CriticalPath, alike.Key.Operations,
                alike.Key.Collectives, alike.Key.CollectiveBytes, alike.Key.Sends, alike.Key.SentBytes, alike.Key.MemoryBytes,
            ]);
        return new(
            "npus",
            [
                ReportColumn.Text("npus"), ReportColumn.Count("count"), ReportColumn.Count("nodes"), ReportColumn.Time("compute"), ReportColumn.Time("cpu"),
                ReportColumn.Time("critical_path", "critical path"), ReportColumn.Count("operations"), ReportColumn.Count("collectives"),
                ReportColumn.Bytes("collective_bytes", "collective data"), ReportColumn.Count("sends"), ReportColumn.Bytes("sent_bytes", "sent"),
                ReportColumn.Bytes("memory_bytes", "remote memory"),
            ],
            [.. rows]);
    }

    /// <summary>Nodes by kind.</summary>
    public static Report Nodes(WorkloadSummary summary) => new(
        "nodes",
        [ReportColumn.Text("kind"), ReportColumn.Count("nodes"), ReportColumn.Count("fewest", "fewest of an NPU"), ReportColumn.Count("most", "most of an NPU")],
        [
            .. Enum.GetValues<NodeKind>()
                .Select(kind => (Kind: kind, Counts: summary.OfNpu.Select(npu => npu.Count(kind)).ToArray()))
                .Where(row => row.Counts.Any(count => count > 0))
                .Select(IReadOnlyList<object?> (row) => [NameOf(row.Kind), row.Counts.Sum(), row.Counts.Min(), row.Counts.Max()]),
        ]);

    /// <summary>Communication by kind and group. What an NPU moves is that of the NPU with the most; the total is that of all.</summary>
    public static Report Communication(WorkloadSummary summary, WorkloadSet workload)
    {
        var rows = summary.OfNpu
            .SelectMany(npu => npu.Traffic)
            .GroupBy(sort => sort.Key, sort => sort.Value)
            .OrderBy(sort => sort.Key.Collective is null).ThenBy(sort => sort.Key.Collective)
            .ThenBy(sort => workload.Groups.GetValueOrDefault(sort.Key.Group)?.Id ?? 0).ThenBy(sort => sort.Key.Group, StringComparer.Ordinal)
            .ThenByDescending(sort => sort.Key.InvolvedDimensions)
            .Select(IReadOnlyList<object?> (sort) =>
            [
                sort.Key.Collective is { } kind ? CollectiveNames.InFiles(kind) : "send", GroupOf(sort.Key), sort.LongCount(),
                sort.Max(npu => npu.Count), sort.Max(npu => npu.Size.Bytes), checked(sort.Sum(npu => npu.Size.Bytes)),
            ]);
        return new(
            "communication",
            [
                ReportColumn.Text("kind"), ReportColumn.Text("group"), ReportColumn.Count("npus"), ReportColumn.Count("count", "count of an NPU"),
                ReportColumn.Bytes("bytes", "data of an NPU"), ReportColumn.Bytes("total_bytes", "data of all NPUs"),
            ],
            [.. rows]);
    }

    /// <summary>What is wrong between NPUs.</summary>
    public static Report Disagreements(IReadOnlyList<Problem> problems) =>
        new("disagreements", [ReportColumn.Text("disagreement")], [.. ProblemLines.Of(problems).Select(IReadOnlyList<object?> (line) => [line])]);

    private static NpuFigures FiguresOf(GraphSummary npu)
    {
        var collectives = npu.Traffic.Where(sort => sort.Key.Collective is not null).Select(sort => sort.Value.Size.Bytes);
        var sends = npu.Traffic.Where(sort => sort.Key.Collective is null).Select(sort => sort.Value.Size.Bytes);
        return new(
            npu.Nodes,
            npu.Compute.Ns,
            npu.HostCompute.Ns,
            npu.CriticalPath.Ns,
            npu.Operations,
            npu.Count(NodeKind.Collective),
            collectives.Sum(),
            npu.Count(NodeKind.Send),
            sends.Sum(),
            npu.MemoryAccess.Bytes);
    }

    private static string? GroupOf(Traffic sort)
    {
        if (sort.Group.Length > 0 || sort.InvolvedDimensions == uint.MaxValue)
        {
            return sort.Group.Length > 0 ? sort.Group : null;
        }

        int[] unused = [.. Enumerable.Range(0, 32).Where(dimension => (sort.InvolvedDimensions >> dimension & 1) == 0)];
        return string.Create(CultureInfo.InvariantCulture, $"not in dimension{(unused.Length > 1 ? "s" : "")} {NpuRanges.Text(unused)}");
    }

    private static string NameOf(NodeKind kind) => kind switch
    {
        NodeKind.MemoryLoad => "memory load",
        NodeKind.MemoryStore => "memory store",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private readonly record struct NpuFigures(
        long Nodes,
        long Compute,
        long Host,
        long CriticalPath,
        long Operations,
        long Collectives,
        long CollectiveBytes,
        long Sends,
        long SentBytes,
        long MemoryBytes);
}
