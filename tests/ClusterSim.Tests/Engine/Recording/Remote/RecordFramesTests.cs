using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Events;
using ClusterSim.Engine.Recording;
using ClusterSim.Engine.Recording.Remote;
using ClusterSim.Engine.Recording.Remote.Wire;
using ClusterSim.Testing;
using CsCheck;
using Google.Protobuf;
using Xunit;

namespace ClusterSim.Tests.Engine.Recording.Remote;

public sealed class RecordFramesTests
{
    private const int FrameLimit = 64 << 10;

    private static readonly Gen<Message> Content =
        from head in Gen.ULong
        from source in Gen.Int
        from destination in Gen.Int
        from tag in Gen.Long
        from size in Gen.Long[0, long.MaxValue]
        select Message.FromHead(head, source, destination, tag, new ByteSize(size));

    private static readonly Gen<Origin> AnyOrigin =
        from node in Gen.Long
        from collective in Gen.Long
        from stream in Gen.Long
        from phase in Gen.Int
        from step in Gen.Int
        select new Origin(node, collective, stream, phase, step);

    private static readonly Gen<RecordedMessage> Recorded =
        from id in Gen.ULong
        from cause in Gen.ULong
        from sent in Gen.Long[0, 1L << 62]
        from travelled in Gen.Long[0, 1L << 62]
        from target in Gen.Int[0, MessageId.MaximumActors - 1]
        from round in Gen.Int[-1, int.MaxValue]
        from content in Content
        from origin in AnyOrigin
        from delay in Gen.Int[0, 3]
        select new RecordedMessage
        {
            Id = id,
            Cause = cause,
            SentAt = sent,
            DeliveredAt = sent + travelled,
            Target = target,
            Round = round,
            Message = content,
            Origin = origin,
            Delay = (DelayKind)delay,
        };

    private static readonly Gen<RecordedNode> Node =
        from npu in Gen.Int
        from node in Gen.Int
        from started in Gen.Long
        from ended in Gen.Long
        select new RecordedNode(npu, node, started, ended);

    [Fact]
    public void Take_OfTheFramesOfABatch_GivesTheBatchBack() =>
        Gen.Select(Recorded.Array[0, 1_200], Node.Array[0, 600], Gen.Long[0, long.MaxValue]).Sample(
            (messages, nodes, before) =>
            {
                var inbox = new RecordInbox(new LendingSink(), MessageId.MaximumActors);

                var batches = Frames(messages, nodes, before).Select(frame => inbox.Take(Travelled(frame))).ToList();

                Assert.All(batches.SkipLast(1), Assert.Null);
                var batch = batches[^1]!;
                Assert.Equal(messages, batch.Messages.SelectMany(block => block.Messages.Take(block.Count)));
                Assert.Equal(nodes, batch.Nodes);
                Assert.Equal((before, before == long.MaxValue), (batch.CompleteBefore, inbox.IsComplete));
            },
            iter: 100);

    // The largest of every number.
    [Fact]
    public void Of_TheWidestMessages_StaysBelowTheLimitOfAFrame()
    {
        RecordedMessage[] messages = [.. Enumerable.Range(0, 2 * RecordFrames.RowsAFrame).Select(index => new RecordedMessage
        {
            Id = ulong.MaxValue,
            Cause = RecordedMessage.NoCause,
            SentAt = index % 2 == 0 ? long.MaxValue : 0,
            DeliveredAt = long.MaxValue,
            Target = MessageId.MaximumActors - 1,
            Round = int.MaxValue,
            Message = Message.FromHead(ulong.MaxValue, MessageId.MaximumActors - 1, MessageId.MaximumActors - 1, index % 2 == 0 ? long.MaxValue : -1, new ByteSize(long.MaxValue)),
            Origin = new Origin(Wide(index), Wide(index), Wide(index), int.MaxValue, int.MaxValue),
            Delay = DelayKind.Wait,
        })];

        Assert.All(Frames(messages, [], 0), frame => Assert.InRange(frame.CalculateSize(), 1, FrameLimit));
    }

    [Fact]
    public void Take_WhenAFrameIsMissing_SaysSo()
    {
        var inbox = new RecordInbox(new LendingSink(), actorCount: 4);

        var error = Assert.Throws<InvalidDataException>(() => inbox.Take(new RecordFrame { Partition = 3, Number = 1 }));

        Assert.Equal(
            "Frame 1 of what partition 3 recorded came, and frame 0 was expected: the connection between the nodes lost a message.", error.Message);
    }

    [Fact]
    public void Take_OfAMessageToAnActorThatThereIsNot_SaysSo()
    {
        var inbox = new RecordInbox(new LendingSink(), actorCount: 4);
        var frame = Frames([new RecordedMessage { Target = 4 }], [], 0)[0];

        var error = Assert.Throws<InvalidDataException>(() => inbox.Take(frame));

        Assert.Equal("A message from actor 0 to 4 was recorded, and there are 4.", error.Message);
    }

    [Fact]
    public void Take_OfColumnsOfUnequalLength_SaysSo()
    {
        var inbox = new RecordInbox(new LendingSink(), actorCount: 4);
        var frame = Frames([default], [], 0)[0];
        frame.Messages.Step.Clear();

        Assert.Throws<InvalidDataException>(() => inbox.Take(frame));
    }

    [Fact]
    public void Frames_KeepTheirFieldNumbers() =>
        new GoldenFile("tests", "ClusterSim.Tests", "Engine", "Recording", "Remote", "Golden").Check("records.txt", WireFields.Of(RecordsReflection.Descriptor));

    private static List<RecordFrame> Frames(RecordedMessage[] messages, RecordedNode[] nodes, long before)
    {
        var blocks = messages.Chunk(RecordBlock.Capacity).Select(BlockOf).ToList();
        var frames = RecordFrames.Of(3, new RecordBatch(blocks, nodes, before)).ToList();
        foreach (var (number, frame) in frames.Index())
        {
            frame.Number = number;
        }

        return frames;
    }

    private static RecordBlock BlockOf(RecordedMessage[] messages)
    {
        var block = new RecordBlock { Count = messages.Length };
        messages.CopyTo(block.Messages, 0);
        return block;
    }

    private static RecordFrame Travelled(RecordFrame frame) => RecordFrame.Parser.ParseFrom(frame.ToByteArray());

    private static long Wide(int index) => index % 2 == 0 ? long.MaxValue : -1;
}
