using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Events;
using ClusterSim.Engine.Peers;
using ClusterSim.Engine.Peers.Wire;
using CsCheck;
using Google.Protobuf;
using Xunit;

namespace ClusterSim.Tests.Engine.Peers;

public sealed class MessageColumnsCodecTests
{
    private static readonly Gen<Message> Content =
        from kind in Gen.Int[0, 6]
        from messageClass in Gen.Int[0, 2]
        from notify in Gen.Bool
        from token in Gen.Int
        from source in Gen.Int[0, MessageId.MaximumActors - 1]
        from destination in Gen.Int[0, MessageId.MaximumActors - 1]
        from tag in Gen.Long
        from size in Gen.Long[0, 1L << 62]
        select new Message
        {
            Kind = (MessageKind)kind,
            Class = (MessageClass)messageClass,
            NotifySender = notify,
            Token = token,
            Source = source,
            Destination = destination,
            Tag = tag,
            Size = new ByteSize(size),
        };

    private static readonly Gen<ScheduledMessage> Scheduled =
        from time in Gen.Long[0, 1L << 62]
        from travelled in Gen.Long[0, 1L << 40]
        from sender in Gen.Int[0, MessageId.MaximumActors - 1]
        from counter in Gen.ULong[0, (1UL << 40) - 1]
        from target in Gen.Int[0, MessageId.MaximumActors - 1]
        from round in Gen.Int[0, 100]
        from content in Content
        select new ScheduledMessage
        {
            Time = time,
            SentAt = Math.Max(0, time - travelled),
            Id = MessageId.Of(sender, counter),
            Target = target,
            Round = round,
            Message = content,
        };

    [Fact]
    public void Decode_OfWhatWasEncoded_GivesEveryMessageBack() => Scheduled.Array[1, 50].Sample(messages =>
    {
        var columns = new MessageColumns { Base = messages[0].Time };
        MessageColumnsCodec.Append(messages, columns);

        var read = MessageColumns.Parser.ParseFrom(columns.ToByteArray());

        Assert.Equal(messages.Length, MessageColumnsCodec.CountOf(read));
        for (var place = 0; place < messages.Length; place++)
        {
            MessageColumnsCodec.Decode(read, place, out var decoded);
            Assert.Equal(messages[place], decoded);
        }
    });

    [Fact]
    public void CountOf_ColumnsOfUnequalLength_Throws()
    {
        var columns = new MessageColumns();
        MessageColumnsCodec.Append([default], columns);
        columns.Size.Clear();

        Assert.Throws<InvalidDataException>(() => MessageColumnsCodec.CountOf(columns));
    }
}
