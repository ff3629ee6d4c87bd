using ClusterSim.Inspection.Reading;
using ClusterSim.Reports.Pages;

namespace ClusterSim.Reports.Runs.Parts;

/// <summary>Why a run came to no result: who waits for whom, and what came last.</summary>
internal static class FailurePart
{
    private const int Most = 300;
    private const int MostOfCycle = 16;

    public static Task<RunPart?> OfAsync(RunContents contents)
    {
        if (contents.Run.Failure is not { } failure)
        {
            return Task.FromResult<RunPart?>(null);
        }

        var diagnosis = contents.Run.Diagnosis ?? new FailureFacts(failure, [], [], [], 0, []);
        var tables = new[] { WaitsOf(diagnosis), MessagesOf(diagnosis) }.Where(table => table.Rows.Count > 0).ToList();
        var body = Html.Of(
            $"""
             <div class="failure">
             <p><strong>{diagnosis.Text}</strong></p>
             {Html.Join(diagnosis.Notes.Concat(diagnosis.Cycles.Select(TextOf)).Select(line => Html.Of($"<p>{line}</p>")))}
             </div>
             {Html.Join(tables.Select(table => Html.Of($"<h3>{table.Caption}</h3>{table.Host}")))}
             """);
        return Task.FromResult<RunPart?>(new RunPart(new PageSection("failure", "Failure", body), [.. tables.Select(table => table.Data)]));
    }

    private static string TextOf(IReadOnlyList<string> cycle)
    {
        var more = cycle.Count > MostOfCycle ? $" → {Quantity.Exact(cycle.Count - MostOfCycle)} more" : "";
        return $"Each waits for the next: {string.Join(" → ", cycle.Take(MostOfCycle))}{more} → {cycle[0]}.";
    }

    private static PageTable WaitsOf(FailureFacts diagnosis)
    {
        var left = Math.Max(0, diagnosis.Waits.Count - Most) + diagnosis.WaitsLeftOut;
        return new PageTable(
            "waits",
            "Who waits for whom",
            [PageColumn.Text("NPU"), PageColumn.Text("Waits for"), PageColumn.Text("Node"), PageColumn.Text("What it does"), PageColumn.Sentence("Why that does not go on")],
            [.. diagnosis.Waits.Take(Most).Select(IReadOnlyList<object?> (wait) => [wait.Npu, wait.For, NodeOf(wait), wait.What, wait.Why])])
        {
            Rest = left == 0 ? null : [$"{Quantity.Exact(left)} further", null, null, null, null],
            Filter = "Filter by NPU or node",
        };
    }

    private static string? NodeOf(FailureWait wait) => wait.Node is { } id ? $"{id} {wait.Name}".TrimEnd() : null;

    private static PageTable MessagesOf(FailureFacts diagnosis)
    {
        // The last ones say most.
        var shown = diagnosis.Messages.Reverse().Take(Most).ToList();
        return new PageTable(
            "last-messages",
            "Messages that came last from other actors",
            [
                PageColumn.Text("To"), PageColumn.Text("From"), PageColumn.Text("Message"), PageColumn.Text("Chunk"), PageColumn.Count("Tag"), PageColumn.Bytes("Size"),
                PageColumn.Time("Sent"), PageColumn.Time("Handled"),
            ],
            [
                .. shown.Select(IReadOnlyList<object?> (message) =>
                    [message.To, message.From, message.Kind, message.Source is null ? null : $"{message.Source} → {message.Destination}", message.Tag, message.Bytes, message.SentNs, message.HandledNs]),
            ])
        {
            Rest = diagnosis.Messages.Count == shown.Count ? null : [$"{Quantity.Exact(diagnosis.Messages.Count - shown.Count)} earlier", null, null, null, null, null, null, null],
            Filter = "Filter by NPU",
            Shown = 10,
        };
    }
}
