using System.Globalization;
using ClusterSim.Reports.Pages;
using ClusterSim.Reports.Runs.Timeline;

namespace ClusterSim.Reports.Runs.Parts;

/// <summary>What each NPU did when, to be zoomed into; and the figures of each as a table.</summary>
internal static class TimelinePart
{
    // The script of the timeline builds the rest.
    private static readonly Html Frame = new("<div id=\"timeline-view\"></div>");

    public static async Task<RunPart?> OfAsync(RunContents contents)
    {
        var nodes = await contents.NodesAsync().ConfigureAwait(false);
        if (nodes.Count == 0 && contents.Run.Diagnosis is not { Waits.Count: > 0 })
        {
            return RunPart.Missing("timeline", "Timeline", contents.WhyNone("nodes"));
        }

        var timeline = new TimelineData(await contents.RowsAsync().ConfigureAwait(false), await contents.ShownNsAsync().ConfigureAwait(false));
        var table = TableOf(contents);
        var body = table is null
            ? Frame
            : Html.Of($"{Frame}<details class=\"npus\"><summary>Figures of each NPU as a table</summary>{table.Host}</details>");
        var lead = string.Join(' ', LeadOf(timeline, nodes.Count), await StuckAsync(contents).ConfigureAwait(false), await contents.WhatLacksAsync().ConfigureAwait(false)).TrimEnd();
        return new RunPart(new PageSection("timeline", "Timeline", body) { Lead = lead }, [timeline.Data, .. table is null ? [] : (PageData[])[table.Data]]);
    }

    private static string LeadOf(TimelineData timeline, int nodes)
    {
        var all = $"{Quantity.Count(nodes, "node", "nodes")} of the workload.";
        if (timeline.SharedNpus == 0)
        {
            return $"{all} Exposed is when an NPU has not finished, and does not compute.";
        }

        var length = timeline.BinNs.ToString("N0", CultureInfo.InvariantCulture);
        var exact = timeline.ExactNpus == 0 ? "" : $"{Quantity.Count(timeline.ExactNpus, "NPU is", "NPUs are")} shown node by node. ";
        var together = timeline.NpusOfRow == 1 ? "" : $" {timeline.NpusOfRow} NPUs share a row.";
        return $"{all} {exact}To keep the page small, {Quantity.Count(timeline.SharedNpus, "NPU is", "NPUs are")} summed up: each piece of {length} ns tells which share of it was spent how.{together}";
    }

    private static async Task<string> StuckAsync(RunContents contents) => contents.Run.Diagnosis is { Waits.Count: > 0 }
        ? $"Hatched is what never ended, from the last end of a node of its NPU on. The last message was handled at {Quantity.Exact(await contents.EndNsAsync().ConfigureAwait(false))} ns; nothing comes behind it."
        : "";

    private static PageTable? TableOf(RunContents contents)
    {
        if (contents.Run.Figures is not { } figures)
        {
            return null;
        }

        var shown = figures.Npus.OrderByDescending(npu => npu.FinishNs).ThenBy(npu => npu.Npu).Take(TimelineData.MostRows).OrderBy(npu => npu.Npu).ToList();
        var hasMemory = shown.Exists(npu => npu.PeakMemory is not null);
        return new PageTable(
            "npus",
            "Figures of each NPU",
            [
                PageColumn.Text("NPU"), PageColumn.Time("Wall"), PageColumn.Time("Compute"), PageColumn.Time("Communication"), PageColumn.Time("Hidden"), PageColumn.Time("Exposed"),
                PageColumn.Meter("Overhead"), .. hasMemory ? (PageColumn[])[PageColumn.Bytes("Peak memory")] : [],
            ],
            [
                .. shown.Select(IReadOnlyList<object?> (npu) =>
                [
                    contents.Trace.ActorNames[npu.Npu], npu.WallNs, npu.ComputeNs, npu.CommunicationNs, npu.HiddenNs, npu.ExposedNs, npu.Overhead,
                    .. hasMemory ? (object?[])[npu.PeakMemory] : [],
                ]),
            ])
        {
            Filter = "Filter NPUs",
            Tones = ["--exposed"],
        };
    }
}
