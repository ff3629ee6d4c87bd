using ClusterSim.Core.Messages;
using ClusterSim.Tracing.Messages;

namespace ClusterSim.Inspection.Reading;

/// <summary>All columns of one row group of <c>messages.parquet</c>.</summary>
internal sealed class MessageGroup
{
    private readonly long[] ids;
    private readonly long[][] wide;
    private readonly int[][] narrow;

    private MessageGroup(long[] ids, long[][] wide, int[][] narrow)
    {
        this.ids = ids;
        this.wide = wide;
        this.narrow = narrow;
    }

    public int Count => ids.Length;

    /// <summary>A row.</summary>
    public MessageRow this[int row] => new()
    {
        Id = ids[row],
        Cause = wide[0][row],
        SentNs = wide[1][row],
        DeliveredNs = wide[2][row],
        Bytes = wide[3][row],
        Tag = wide[4][row],
        Node = wide[5][row],
        Collective = wide[6][row],
        Stream = wide[7][row],
        From = narrow[0][row],
        To = narrow[1][row],
        Kind = (MessageKind)narrow[2][row],
        Class = narrow[3][row],
        Source = narrow[4][row],
        Destination = narrow[5][row],
        Phase = narrow[6][row],
        Step = narrow[7][row],
    };

    public static async Task<MessageGroup> ReadAsync(TableReader table, int group, long[]? ids = null)
    {
        ids ??= await table.ReadAsync(group, MessageSchema.Id).ConfigureAwait(false);
        var longs = new List<long[]>();
        foreach (var column in (Parquet.Schema.DataField<long>[])
            [
                MessageSchema.Cause, MessageSchema.Sent, MessageSchema.Delivered, MessageSchema.Bytes, MessageSchema.Tag, MessageSchema.Node,
                MessageSchema.Collective, MessageSchema.Stream,
            ])
        {
            longs.Add(await table.ReadAsync(group, column).ConfigureAwait(false));
        }

        var ints = new List<int[]>();
        foreach (var column in (Parquet.Schema.DataField<int>[])
            [
                MessageSchema.From, MessageSchema.To, MessageSchema.Kind, MessageSchema.Class, MessageSchema.Source, MessageSchema.Destination,
                MessageSchema.Phase, MessageSchema.Step,
            ])
        {
            ints.Add(await table.ReadAsync(group, column).ConfigureAwait(false));
        }

        return new MessageGroup(ids, [.. longs], [.. ints]);
    }
}
