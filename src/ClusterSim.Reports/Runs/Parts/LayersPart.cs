using ClusterSim.Inspection.Reading;
using ClusterSim.Inspection.Use;
using ClusterSim.Reports.Pages;
using ClusterSim.Reports.Runs.Timeline;

namespace ClusterSim.Reports.Runs.Parts;

/// <summary>What the nodes of the workload took, by name.</summary>
internal static class LayersPart
{
    private const int Most = 300;

    public static async Task<RunPart?> OfAsync(RunContents contents)
    {
        var nodes = await contents.NodesAsync().ConfigureAwait(false);
        if (nodes.Count == 0)
        {
            return RunPart.Missing("layers", "Layers", contents.WhyNone("nodes"));
        }

        var exposed = ExposedOf(nodes);
        var all = NodeTotals.Of(nodes).Where(layer => layer.TotalNs > 0).ToList();
        var shown = all.Take(Most).ToList();
        var rest = all.Skip(Most).ToList();
        var npuTime = Math.Max(1.0, (double)await contents.EndNsAsync().ConfigureAwait(false) * contents.Trace.NpuCount);
        var table = new PageTable(
            "layers",
            "Nodes of the workload by name",
            [
                PageColumn.Text("Node"), PageColumn.Text("Kind"), PageColumn.Count("Times"), PageColumn.Bar("Share of NPU time"), PageColumn.Time("Total"), PageColumn.Time("Exposed"),
                PageColumn.Time("Mean"), PageColumn.Time("Longest"), PageColumn.Text("Longest on"),
            ],
            [
                .. shown.Select(IReadOnlyList<object?> (layer) =>
                [
                    layer.Name, layer.Kind, layer.Count, layer.TotalNs / npuTime, layer.TotalNs, exposed.TryGetValue((layer.Name, layer.Kind), out var ns) ? ns : null,
                    layer.MeanNs, layer.LongestNs, contents.Trace.ActorNames[layer.LongestOn],
                ]),
            ])
        {
            Rest = rest.Count == 0
                ? null
                :
                [
                    $"{Quantity.Exact(rest.Count)} further", null, rest.Sum(layer => layer.Count), rest.Sum(layer => layer.TotalNs) / npuTime, rest.Sum(layer => layer.TotalNs),
                    rest.Sum(layer => exposed.GetValueOrDefault((layer.Name, layer.Kind))), null, rest.Max(layer => layer.LongestNs), null,
                ],
            Tones = [.. shown.Select(layer => LaneNames.ToneOf(layer.Kind)), "--idle"],
            SortedBy = 4,
            Filter = "Filter by name, kind or NPU",
        };
        const string what = "Nodes of the workload that ended, those of one name together over all NPUs. Exposed is what of communication no compute of the same NPU hides.";
        return new RunPart(
            new PageSection("layers", "Layers", table.Host) { Lead = $"{what} {await contents.WhatLacksAsync().ConfigureAwait(false)}".TrimEnd() },
            table.Data);
    }

    private static Dictionary<(string Name, string Kind), long> ExposedOf(IReadOnlyList<NodeSpan> nodes)
    {
        var exposed = new Dictionary<(string Name, string Kind), long>();
        foreach (var npu in nodes.GroupBy(node => node.Npu))
        {
            var compute = new BusyTime(npu.Where(node => LaneNames.LaneOf(node) == Lane.Compute).Select(node => (node.StartNs, node.EndNs)));
            foreach (var node in npu.Where(node => LaneNames.LaneOf(node) == Lane.Communication))
            {
                exposed[(node.Name, node.Kind)] = exposed.GetValueOrDefault((node.Name, node.Kind)) + node.EndNs - node.StartNs - compute.Within(node.StartNs, node.EndNs);
            }
        }

        return exposed;
    }
}
