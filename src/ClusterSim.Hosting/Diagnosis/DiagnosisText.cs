using System.Globalization;
using System.Text;

namespace ClusterSim.Hosting.Diagnosis;

/// <summary>Puts a diagnosis in words. Bounded, whatever the size of the run.</summary>
internal static class DiagnosisText
{
    private const int MostWaits = 20;
    private const int MostInSummary = 3;
    private const int MostOfCycle = 16;

    public static string Of(RunDiagnosis diagnosis)
    {
        var text = new StringBuilder(diagnosis.Headline);
        foreach (var line in diagnosis.Notes.Concat(diagnosis.Graph is { } graph ? Lines(graph) : []))
        {
            text.AppendLine().Append("  ").Append(line);
        }

        return text.ToString();
    }

    public static string Summary(RunDiagnosis diagnosis)
    {
        var waits = diagnosis.Graph?.Waits ?? [];
        var told = string.Join("; ", waits.Take(MostInSummary));
        var more = waits.Count + (diagnosis.Graph?.LeftOut ?? 0) - Math.Min(waits.Count, MostInSummary);
        return string.Join(' ', [diagnosis.Headline, .. diagnosis.Notes, .. told.Length > 0 ? [told + (more > 0 ? Invariant($"; and {more:N0} more.") : ".")] : Array.Empty<string>()]);
    }

    private static IEnumerable<string> Lines(WaitGraph graph)
    {
        foreach (var cycle in graph.Cycles)
        {
            var named = string.Join(" → ", cycle.Take(MostOfCycle).Select(npu => $"npu/{npu}"));
            var more = cycle.Count > MostOfCycle ? Invariant($" → {cycle.Count - MostOfCycle:N0} more") : "";
            yield return $"Each waits for the next: {named}{more} → npu/{cycle[0]}.";
        }

        foreach (var wait in graph.Waits.Take(MostWaits))
        {
            yield return wait.ToString();
        }

        var left = graph.Waits.Count + graph.LeftOut - Math.Min(graph.Waits.Count, MostWaits);
        if (left > 0)
        {
            yield return Invariant($"and {left:N0} more.");
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
