using System.Text.Json;

namespace ClusterSim.Inspection.Reading;

/// <summary>Why a run came to no result, as <c>run.json</c> tells it under <c>diagnosis</c>.</summary>
/// <param name="Text">What happened, in a sentence.</param>
/// <param name="Notes">What is known of the cause, a sentence each.</param>
/// <param name="Cycles">Names of NPUs each of which waits for the next, and the last for the first.</param>
/// <param name="Waits">Who waits for what, the most telling first.</param>
/// <param name="WaitsLeftOut">How many more there are than <paramref name="Waits"/> holds.</param>
/// <param name="Messages">What the NPUs concerned got last from other actors, in the order in which it was handled.</param>
public sealed record FailureFacts(
    string Text,
    IReadOnlyList<string> Notes,
    IReadOnlyList<IReadOnlyList<string>> Cycles,
    IReadOnlyList<FailureWait> Waits,
    long WaitsLeftOut,
    IReadOnlyList<FailureMessage> Messages)
{
    /// <summary>Reads a diagnosis. One of a run that is not stuck has no waits; one of a failure outside of the actors has a text alone.</summary>
    internal static FailureFacts Of(JsonElement diagnosis) => new(
        diagnosis.GetProperty("text").GetString()!,
        [.. Items(diagnosis, "notes").Select(note => note.GetString()!)],
        [.. Items(diagnosis, "cycles").Select(IReadOnlyList<string> (cycle) => [.. cycle.EnumerateArray().Select(npu => npu.GetString()!)])],
        [.. Items(diagnosis, "waits").Select(FailureWait.Of)],
        diagnosis.TryGetProperty("waits_left_out", out var left) ? left.GetInt64() : 0,
        [.. Items(diagnosis, "messages").Select(FailureMessage.Of)]);

    private static JsonElement.ArrayEnumerator Items(JsonElement diagnosis, string name) =>
        diagnosis.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;
}
