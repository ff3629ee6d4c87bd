using ClusterSim.Engine.Partitions;
using ClusterSim.Engine.Peers;
using ClusterSim.Engine.Peers.Wire;
using Google.Protobuf;

namespace ClusterSim.Engine.Hosts;

/// <summary>Writes what the partitions of a host have come to, in parts that fit the wire, and reads it.</summary>
internal static class OutcomeCodec
{
    private const int BytesAFrame = 48 * 1024;

    public static IEnumerable<OutcomeFrame> Encode(int host, IReadOnlyList<PartitionReport> partitions, IReportCodec codec)
    {
        var first = new FirstFailure();
        foreach (var partition in partitions)
        {
            first.Note(partition.Failure);
        }

        var outcome = new Outcome
        {
            Events = partitions.Sum(partition => partition.Events),
            Completed = partitions.Sum(partition => partition.Completed),
            Digest = partitions.Aggregate(0UL, (digest, partition) => unchecked(digest + partition.Digest)),
            Stopped = partitions.Any(partition => partition.Stopped),
            Failure = first.Failure is { } failure ? Encode(failure) : null,
            Reports = UnsafeByteOperations.UnsafeWrap(codec.Encode([.. partitions.SelectMany(partition => partition.Reports)])),
        };
        return Cut(host, outcome.ToByteArray());
    }

    /// <summary>Reads what the frames of a host hold together.</summary>
    public static PartitionReport Decode(byte[] content, int firstPartition, IReportCodec codec)
    {
        var outcome = Outcome.Parser.ParseFrom(content);
        return new PartitionReport(
            firstPartition,
            outcome.Events,
            outcome.Completed,
            outcome.Digest,
            codec.Decode(outcome.Reports.Memory),
            outcome.Failure is { } failure ? Decode(failure) : null,
            outcome.Stopped);
    }

    private static IEnumerable<OutcomeFrame> Cut(int host, byte[] content)
    {
        for (int start = 0, part = 0; part == 0 || start < content.Length; start += BytesAFrame, part++)
        {
            var length = Math.Min(BytesAFrame, content.Length - start);
            yield return new OutcomeFrame
            {
                Host = host,
                Part = part,
                IsLastPart = start + length == content.Length,
                Content = UnsafeByteOperations.UnsafeWrap(content.AsMemory(start, length)),
            };
        }
    }

    private static Failure Encode(PartitionFailure failure)
    {
        var handled = new MessageColumns { Base = failure.Handled.Time };
        MessageColumnsCodec.Append([failure.Handled], handled);
        return new Failure { Handled = handled, Text = failure.Cause.Message, IsOverflow = failure.Cause is OverflowException };
    }

    private static PartitionFailure Decode(Failure failure)
    {
        if (MessageColumnsCodec.CountOf(failure.Handled) != 1)
        {
            throw new InvalidDataException("A failure came without the message that it happened at.");
        }

        MessageColumnsCodec.Decode(failure.Handled, 0, out var handled);
        return new PartitionFailure(
            in handled, failure.IsOverflow ? new OverflowException(failure.Text) : new InvalidOperationException(failure.Text));
    }
}
