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
            return NotTracked;
        }

        if (changes.Count == 0)
        {
            return contents.Run.IsComplete
                ? RunPart.Aside("memory", "Memory", Html.Of($"No tensor took any memory."))
                : RunPart.Missing("memory", "Memory", contents.WhyNone("changes of memory"));
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

    private static RunPart NotTracked => RunPart.Aside("memory", "Memory", Html.Of(
        $"""
         This run did not track how much memory tensors take. To see that here over time, record the run again with <code>clustersim run … --set system.track-local-mem=1</code>;
         it works for workloads whose traces name their tensors.
         """));

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
