using ClusterSim.Core.Messages;
using ClusterSim.Inspection.Reading;
using ClusterSim.Tracing.Messages;

namespace ClusterSim.Inspection.Use;

/// <summary>The messages that one actor sent and got.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Actor">Its number.</param>
public sealed record ActorMessages(Trace Trace, int Actor)
{
    /// <summary>Only those that were under way at this time or later; null: all.</summary>
    public long? FromNs { get; init; }

    /// <summary>Only those that were sent before this time; null: all.</summary>
    public long? ToNs { get; init; }

    /// <summary>Only those of these kinds; null: all.</summary>
    public IReadOnlyList<MessageKind>? Kinds { get; init; }

    /// <summary>The messages, in the order in which they were sent.</summary>
    public async IAsyncEnumerable<MessageRow> ReadAsync()
    {
        var table = await Trace.OpenMessagesAsync().ConfigureAwait(false);
        await using var closes = table.ConfigureAwait(false);
        for (var group = 0; group < table.Rows.Count; group++)
        {
            var from = await table.ReadAsync(group, MessageSchema.From).ConfigureAwait(false);
            var to = await table.ReadAsync(group, MessageSchema.To).ConfigureAwait(false);
            if (Array.IndexOf(from, Actor) < 0 && Array.IndexOf(to, Actor) < 0)
            {
                continue;
            }

            var rows = await MessageGroup.ReadAsync(table, group).ConfigureAwait(false);
            for (var row = 0; row < rows.Count; row++)
            {
                if ((from[row] == Actor || to[row] == Actor) && rows[row] is var message && IsWanted(in message))
                {
                    yield return message;
                }
            }
        }
    }

    private bool IsWanted(in MessageRow message) =>
        (FromNs is null || message.DeliveredNs >= FromNs) && (ToNs is null || message.SentNs < ToNs) && (Kinds is null || Kinds.Contains(message.Kind));
}
