using ClusterSim.Inspection.Reading;

namespace ClusterSim.Inspection.Comparison;

/// <summary>The messages of a trace, one after the other.</summary>
internal sealed class MessageSequence(TableReader table) : IAsyncDisposable
{
    private MessageGroup? rows;
    private int group = -1;
    private int row;

    public TableReader Table => table;

    public static async Task<MessageSequence> OpenAsync(Trace trace) => new(await trace.OpenMessagesAsync().ConfigureAwait(false));

    /// <summary>The next one; null: there is none.</summary>
    public ValueTask<MessageRow?> NextAsync() => rows is not null && row < rows.Count ? new(rows[row++]) : OfNextGroupAsync();

    public ValueTask DisposeAsync() => table.DisposeAsync();

    private async ValueTask<MessageRow?> OfNextGroupAsync()
    {
        if (group + 1 >= table.Rows.Count)
        {
            return null;
        }

        rows = await MessageGroup.ReadAsync(table, ++group).ConfigureAwait(false);
        row = 0;
        return await NextAsync().ConfigureAwait(false);
    }
}
