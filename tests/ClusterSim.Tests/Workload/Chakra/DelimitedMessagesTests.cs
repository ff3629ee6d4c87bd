using ClusterSim.Workload.Chakra;
using Xunit;

namespace ClusterSim.Tests.Workload.Chakra;

public sealed class DelimitedMessagesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000_000)]
    public void Next_MessagesOfManySizes_GivesEach(int bytesAtATime)
    {
        byte[][] messages = [[], [1], [.. Bytes(127)], [.. Bytes(128)], [.. Bytes(40_000)], [.. Bytes(200_000)], [2], [.. Bytes(65_000)]];
        var reader = new DelimitedMessages(new TricklingStream(Join(messages), bytesAtATime));

        var read = new List<byte[]>();
        while (reader.Next())
        {
            read.Add(reader.Current.ToArray());
        }

        Assert.Equal(messages, read);
        Assert.Null(reader.Failure);
    }

    [Fact]
    public void Offset_ThirdMessage_IsWhereItsLengthStarts()
    {
        var reader = new DelimitedMessages(new MemoryStream(Join([.. Bytes(200)], [1], [2])));

        Assert.True(reader.Next() && reader.Next() && reader.Next());

        Assert.Equal((2, 204), (reader.Ordinal, reader.Offset));
    }

    [Theory]
    [InlineData(new byte[] { 5, 1, 2 }, "it should have 5 bytes, but the file ends after 2 of them")]
    [InlineData(new byte[] { 0x80 }, "the file ends within its length")]
    [InlineData(new byte[] { 0x80, 0x80, 0x80, 0x80, 0x80, 0x01 }, "its length is no number")]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x0F }, "its length is 4294967295 bytes")]
    public void Next_NoMessage_SaysWhy(byte[] content, string why)
    {
        var reader = new DelimitedMessages(new MemoryStream(content));

        Assert.False(reader.Next());

        Assert.Equal(why, reader.Failure);
    }

    [Fact]
    public void Next_LengthOfAGibibyte_TakesNoMoreMemoryThanTheStreamHas()
    {
        byte[] content = [0xFF, 0xFF, 0xFF, 0xFF, 0x03, .. Bytes(100_000)];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.False(new DelimitedMessages(new MemoryStream(content)).Next());

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static IEnumerable<byte> Bytes(int count) => Enumerable.Range(0, count).Select(i => (byte)(i % 251));

    private static byte[] Join(params byte[][] messages)
    {
        var content = new List<byte>();
        foreach (var message in messages)
        {
            var length = message.Length;
            for (; length > 0x7F; length >>= 7)
            {
                content.Add((byte)(length & 0x7F | 0x80));
            }

            content.Add((byte)length);
            content.AddRange(message);
        }

        return [.. content];
    }
}
