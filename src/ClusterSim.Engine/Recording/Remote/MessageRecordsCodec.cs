using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Events;
using ClusterSim.Engine.Recording.Remote.Wire;

namespace ClusterSim.Engine.Recording.Remote;

/// <summary>Turns recorded messages into columns for the wire, and back.</summary>
internal static class MessageRecordsCodec
{
    public static MessageRecords Encode(ReadOnlySpan<RecordedMessage> messages)
    {
        var columns = new MessageRecords();
        var before = default(RecordedMessage);
        foreach (ref readonly var recorded in messages)
        {
            AppendEvent(in recorded, in before, columns);
            AppendContent(in recorded, in before, columns);
            AppendOrigin(recorded.Origin, before.Origin, columns);
            before = recorded;
        }

        return columns;
    }

    /// <summary>How many messages columns hold.</summary>
    /// <exception cref="InvalidDataException">They do not belong together.</exception>
    public static int CountOf(MessageRecords columns)
    {
        var count = columns.Sender.Count;
        ReadOnlySpan<int> others =
        [
            columns.Counter.Count, columns.CauseSender.Count, columns.CauseCounter.Count, columns.Sent.Count, columns.Travelled.Count,
            columns.Target.Count, columns.Round.Count, columns.Head.Count, columns.Source.Count, columns.Destination.Count, columns.Tag.Count,
            columns.Size.Count, columns.Node.Count, columns.Collective.Count, columns.Stream.Count, columns.Phase.Count, columns.Step.Count,
            columns.Delay.Count,
        ];
        return others.ContainsAnyExcept(count)
            ? throw new InvalidDataException("The columns of a batch of recorded messages differ in length.")
            : count;
    }

    /// <summary>Reads the message at a place of the columns.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="place">The place.</param>
    /// <param name="before">The message at the place before; at the first place, a default one.</param>
    /// <param name="recorded">Gets the message.</param>
    public static void Decode(MessageRecords columns, int place, in RecordedMessage before, out RecordedMessage recorded)
    {
        var sent = unchecked(before.SentAt + columns.Sent[place]);
        recorded = new RecordedMessage
        {
            Id = MessageId.Of(columns.Sender[place], columns.Counter[place]),
            Cause = MessageId.Of(columns.CauseSender[place], columns.CauseCounter[place]),
            SentAt = sent,
            DeliveredAt = unchecked(sent + columns.Travelled[place]),
            Target = columns.Target[place],
            Round = columns.Round[place],
            Message = Message.FromHead(
                columns.Head[place],
                columns.Source[place],
                columns.Destination[place],
                unchecked(before.Message.Tag + columns.Tag[place]),
                new ByteSize(columns.Size[place])),
            Origin = OriginAt(columns, place, before.Origin),
            Delay = unchecked((DelayKind)columns.Delay[place]),
        };
    }

    private static void AppendEvent(in RecordedMessage recorded, in RecordedMessage before, MessageRecords columns)
    {
        columns.Sender.Add(recorded.Sender);
        columns.Counter.Add(MessageId.Counter(recorded.Id));
        columns.CauseSender.Add(MessageId.Sender(recorded.Cause));
        columns.CauseCounter.Add(MessageId.Counter(recorded.Cause));
        columns.Sent.Add(unchecked(recorded.SentAt - before.SentAt));
        columns.Travelled.Add(unchecked(recorded.DeliveredAt - recorded.SentAt));
        columns.Target.Add(recorded.Target);
        columns.Round.Add(recorded.Round);
        columns.Delay.Add((int)recorded.Delay);
    }

    private static void AppendContent(in RecordedMessage recorded, in RecordedMessage before, MessageRecords columns)
    {
        columns.Head.Add(recorded.Message.Head);
        columns.Source.Add(recorded.Message.Source);
        columns.Destination.Add(recorded.Message.Destination);
        columns.Tag.Add(unchecked(recorded.Message.Tag - before.Message.Tag));
        columns.Size.Add(recorded.Message.Size.Bytes);
    }

    // Differences wrap around, and so do the sums that undo them.
    private static void AppendOrigin(in Origin origin, in Origin before, MessageRecords columns)
    {
        columns.Node.Add(unchecked(origin.Node - before.Node));
        columns.Collective.Add(unchecked(origin.Collective - before.Collective));
        columns.Stream.Add(unchecked(origin.Stream - before.Stream));
        columns.Phase.Add(origin.Phase);
        columns.Step.Add(origin.Step);
    }

    private static Origin OriginAt(MessageRecords columns, int place, in Origin before) => new(
        unchecked(before.Node + columns.Node[place]),
        unchecked(before.Collective + columns.Collective[place]),
        unchecked(before.Stream + columns.Stream[place]),
        columns.Phase[place],
        columns.Step[place]);
}
