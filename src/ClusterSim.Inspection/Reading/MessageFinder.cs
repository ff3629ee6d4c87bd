using ClusterSim.Core.Input;
using ClusterSim.Tracing.Messages;

namespace ClusterSim.Inspection.Reading;

/// <summary>
/// Finds messages by id. A message comes behind its cause in the file, so whoever follows causes reads each row group once, backwards, and
/// all columns only of those that hold what he looks for.
/// </summary>
internal sealed class MessageFinder : IAsyncDisposable
{
    private readonly TableReader table;
    private long[] ids = [];
    private MessageGroup? rows;
    private int group;
    private int row;

    private MessageFinder(TableReader table)
    {
        this.table = table;
        group = table.Rows.Count;
    }

    public static async Task<MessageFinder> OpenAsync(Trace trace) => new(await trace.OpenMessagesAsync().ConfigureAwait(false));

    /// <summary>Finds a message before the one that was found last, or, if none was, anywhere.</summary>
    /// <returns>The message; null: it is not in the trace.</returns>
    public async Task<MessageRow?> FindBackwardsAsync(long id)
    {
        while (true)
        {
            row = row == 0 ? -1 : Array.LastIndexOf(ids, id, row - 1);
            if (row >= 0)
            {
                rows ??= await MessageGroup.ReadAsync(table, group, ids).ConfigureAwait(false);
                return rows[row];
            }

            if (group == 0)
            {
                return null;
            }

            group--;
            ids = await table.ReadAsync(group, MessageSchema.Id).ConfigureAwait(false);
            rows = null;
            row = ids.Length;
        }
    }

    /// <summary>Finds the chunk that a message led to, at or behind the place of the one that was found last.</summary>
    /// <returns>The next hop of the same chunk; null: it is not in the trace.</returns>
    public async Task<MessageRow?> FindNextHopAsync(MessageRow hop)
    {
        for (var at = group; at < table.Rows.Count; at++)
        {
            var causes = await table.ReadAsync(at, MessageSchema.Cause).ConfigureAwait(false);
            MessageGroup? candidates = null;
            for (var next = Array.IndexOf(causes, hop.Id); next >= 0; next = Array.IndexOf(causes, hop.Id, next + 1))
            {
                candidates ??= await MessageGroup.ReadAsync(table, at).ConfigureAwait(false);
                if (hop.IsSameChunk(candidates[next]))
                {
                    return candidates[next];
                }
            }
        }

        return null;
    }

    public ValueTask DisposeAsync() => table.DisposeAsync();

    /// <summary>That a message is not in the trace.</summary>
    public static InvalidInputException NotThere(Trace trace, string where, long id)
    {
        var what = $"The trace has no message {MessageId.NameOf(trace, id)}.";
        return trace.HoldsAllMessages ? new(where, what, "Ask for one that the command actor lists.") : trace.Lacking(where, what);
    }
}
