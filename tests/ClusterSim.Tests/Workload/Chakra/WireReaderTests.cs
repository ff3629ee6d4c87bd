using ClusterSim.Workload.Chakra;
using CsCheck;
using Google.Protobuf;
using Xunit;

namespace ClusterSim.Tests.Workload.Chakra;

public sealed class WireReaderTests
{
    [Fact]
    public void Next_FieldsOfEveryKind_GivesNumbersAndValues()
    {
        byte[] message = [0x08, 0x96, 0x01, 0x12, 0x02, 0x41, 0x42, 0x1D, 1, 0, 0, 0x80, 0x21, 2, 0, 0, 0, 0, 0, 0, 0];

        Assert.Equal(["1 Varint 150", "2 LengthDelimited AB", "3 Fixed32 2147483649", "4 Fixed64 2"], Fields(message));
    }

    [Fact]
    public void Next_VarintOfEveryWidth_GivesItsValue()
    {
        Gen.ULong.Sample(value =>
        {
            var message = new Node { Id = value }.ToByteArray();
            var reader = new WireReader(message);

            Assert.Equal(value != 0, reader.Next());
            Assert.Equal(value, reader.Number);
        });
    }

    [Theory]
    [InlineData("80", "a tag that does not end")]
    [InlineData("00 01", "field 0")]
    [InlineData("08", "no value")]
    [InlineData("08 FF FF FF FF FF FF FF FF FF FF 01", "a varint of more than 64 bits")]
    [InlineData("0A 05 41", "a length beyond the end")]
    [InlineData("0A FF FF FF FF FF FF FF FF FF 01", "a length beyond all ends")]
    [InlineData("0D 01 02 03", "half a fixed32")]
    [InlineData("09 01 02 03 04", "half a fixed64")]
    [InlineData("0B", "a group")]
    [InlineData("0B 08 01", "a group before a field")]
    [InlineData("0C", "the end of a group")]
    [InlineData("0E", "a kind that does not exist")]
    [InlineData("88 80 80 80 80 01 01", "a tag of more than 32 bits")]
    public void Next_MalformedMessage_EndsAndSaysSo(string hex, string what)
    {
        var reader = new WireReader(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));

        Assert.False(reader.Next(), what);
        Assert.True(reader.IsMalformed, what);
        Assert.False(reader.Next(), "nothing follows a mistake");
    }

    [Fact]
    public void Next_EmptyMessage_EndsWithoutMistake()
    {
        var reader = new WireReader([]);

        Assert.False(reader.Next());
        Assert.False(reader.IsMalformed);
    }

    private static List<string> Fields(ReadOnlySpan<byte> message)
    {
        var fields = new List<string>();
        var reader = new WireReader(message);
        while (reader.Next())
        {
            var isText = reader.Type == WireFormat.WireType.LengthDelimited;
            var value = isText ? System.Text.Encoding.UTF8.GetString(reader.Bytes) : $"{reader.Number}";
            fields.Add($"{reader.Field} {reader.Type} {value}");
        }

        return fields;
    }
}
