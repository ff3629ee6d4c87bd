using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Events;
using ClusterSim.Engine.Peers.Wire;

namespace ClusterSim.Engine.Peers;

/// <summary>Turns simulated messages into columns for the wire, and back.</summary>
internal static class MessageColumnsCodec
{
    /// <summary>Appends messages to columns whose base is set.</summary>
    public static void Append(ReadOnlySpan<ScheduledMessage> messages, MessageColumns columns)
    {
        foreach (ref readonly var scheduled in messages)
        {
            columns.Time.Add(scheduled.Time - columns.Base);
            columns.Travelled.Add(scheduled.Time - scheduled.SentAt);
            columns.Sender.Add(MessageId.Sender(scheduled.Id));
            columns.Counter.Add(MessageId.Counter(scheduled.Id));
            columns.Target.Add(scheduled.Target);
            columns.Round.Add(scheduled.Round);
            columns.Head.Add(scheduled.Message.Head);
            columns.Source.Add(scheduled.Message.Source);
            columns.Destination.Add(scheduled.Message.Destination);
            columns.Tag.Add(scheduled.Message.Tag);
            columns.Size.Add(scheduled.Message.Size.Bytes);
        }
    }

    /// <summary>How many messages columns hold; none: null.</summary>
    /// <exception cref="InvalidDataException">They do not belong together.</exception>
    public static int CountOf(MessageColumns? columns)
    {
        if (columns is null)
        {
            return 0;
        }

        var count = columns.Time.Count;
        var isWhole = columns.Travelled.Count == count && columns.Sender.Count == count && columns.Counter.Count == count
            && columns.Target.Count == count && columns.Round.Count == count && columns.Head.Count == count
            && columns.Source.Count == count && columns.Destination.Count == count && columns.Tag.Count == count
            && columns.Size.Count == count;
        return isWhole ? count : throw new InvalidDataException("The columns of a batch of messages differ in length.");
    }

    /// <summary>Reads the message at a place of the columns.</summary>
    public static void Decode(MessageColumns columns, int place, out ScheduledMessage scheduled)
    {
        var time = columns.Base + columns.Time[place];
        scheduled = new ScheduledMessage
        {
            Time = time,
            Round = columns.Round[place],
            SentAt = time - columns.Travelled[place],
            Id = MessageId.Of(columns.Sender[place], columns.Counter[place]),
            Target = columns.Target[place],
            Message = Message.FromHead(
                columns.Head[place], columns.Source[place], columns.Destination[place], columns.Tag[place], new ByteSize(columns.Size[place])),
        };
    }
}
