using System.Text.Json;
using ClusterSim.Reports.Pages;

namespace ClusterSim.Reports.Runs.Parts;

/// <summary>The memory that tensors took over time, where it was tracked.</summary>
internal static class MemoryPart
{
    public static async Task<RunPart?> OfAsync(RunContents contents)
    {
        if (await contents.Trace.ReadMemoryAsync().ConfigureAwait(false) is not { } changes)
        {
            return contents.Run.Figures is null
                ? null
                : new RunPart(new PageSection("memory", "Memory", Html.Of($"<p class=\"aside\">Memory was not tracked, or the workload names no tensors. Of one that does, <code>--set system.track-local-mem=1</code> shows it here over time.</p>")));
        }

        if (changes.Count == 0)
        {
            return new RunPart(new PageSection("memory", "Memory", Html.Of($"<p class=\"aside\">No tensor took any memory.</p>")));
        }

        var curves = new MemoryCurves(changes, await contents.EndNsAsync().ConfigureAwait(false));
        var peak = contents.Trace.ActorNames[curves.PeakNpu];
        return new RunPart(
            new PageSection("memory", "Memory", Html.Of($"<div id=\"memory-chart\" class=\"chart-frame\"></div>"))
            {
                Lead = curves.NpuCount == 1
                    ? $"What tensors take on {peak} over time."
                    : $"What tensors take over time: on {peak}, which took most, and the range of all {Quantity.Count(curves.NpuCount, "NPU", "NPUs")}.",
            },
            PageData.Of("memory", json => Write(json, curves, peak)));
    }

    private static void Write(Utf8JsonWriter json, MemoryCurves curves, string peak)
    {
        json.WriteStartObject();
        json.WriteNumber("end", curves.EndNs);
        json.WriteString("npu", peak);
        json.WriteNumber("peak", curves.PeakBytes);
        json.WriteNumber("peakAt", curves.PeakAtNs);
        json.WriteBoolean("several", curves.NpuCount > 1);
        WriteNumbers(json, "times", curves.TimesNs);
        WriteNumbers(json, "bytes", curves.Bytes);
        WriteNumbers(json, "low", curves.Low);
        WriteNumbers(json, "high", curves.High);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
