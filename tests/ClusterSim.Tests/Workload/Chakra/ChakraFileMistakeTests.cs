using System.Text;
using ClusterSim.Workload;
using ClusterSim.Workload.Chakra;
using Google.Protobuf;
using Xunit;
using static ClusterSim.Tests.Workload.Chakra.TraceMistakes;
using static ClusterSim.Tests.Workload.TraceMessages;

namespace ClusterSim.Tests.Workload.Chakra;

/// <summary>What is wrong with a file of a trace as a whole, in the words that a user reads.</summary>
public sealed class ChakraFileMistakeTests
{
    [Fact]
    public void Read_MissingFile_SaysSo()
    {
        using var traces = new TemporaryTraces();

        Assert.Equal("none.0.et: The file does not exist.", traces.Problem(() => ChakraReader.Read(traces["none.0.et"], 0)));
    }

    [Fact]
    public void Read_MissingFolder_SaysSo()
    {
        Assert.Equal("none/x.0.et: The file does not exist.", ProblemsOf.Single(() => ChakraReader.Read("none/x.0.et", 0)));
    }

    [Fact]
    public void Read_Folder_SaysSo()
    {
        using var traces = new TemporaryTraces();
        Directory.CreateDirectory(traces["folder"]);

        Assert.Equal("folder: This is a folder, not a file.", traces.Problem(() => ChakraReader.Read(traces["folder"], 0)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void Read_PathThatIsNone_SaysSo(string path)
    {
        Assert.Contains("The file cannot be read", ProblemsOf.Single(() => ChakraReader.Read(path, 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_StreamThatBreaks_SaysSo()
    {
        using var traces = new TemporaryTraces();
        var path = traces.AddTrace("x.0.et", Compute(1));

        Assert.Equal(
            "x.0.et: The file cannot be read: device gone",
            traces.Problem(() => InputFile.Read<object>(path, _ => throw new IOException("device gone"))));
    }

    [Fact]
    public void Read_EmptyFile_SaysSo()
    {
        Assert.Equal("trace: The file is empty; a Chakra trace starts with a GlobalMetadata message.", MistakeOf([]));
    }

    [Theory]
    [InlineData("{\"schema\": \"1.0.2-chakra.0.0.4\", \"nodes\": []}", "looks like JSON")]
    [InlineData("  [1, 2, 3]", "looks like JSON")]
    [InlineData("MICRO\n2\nlayer0\t-1\t293\tNONE\t0\t103\tNONE\t0\t26\tALLGATHER\t262144\t15\n", "looks like text")]
    [InlineData("\u001f\u008bxxxxxxxxxxxx", "gzip")]
    [InlineData("\u0001\u0002\u0003\u0004", "length-delimited protobuf")]
    public void Read_AnotherFormat_SaysWhatItLooksLike(string content, string clue)
    {
        var mistake = MistakeOf(Encoding.Latin1.GetBytes(content));

        Assert.StartsWith("trace: The file is truncated, or no Chakra trace: ", mistake, StringComparison.Ordinal);
        Assert.Contains(clue, mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NodeWithoutMetadataBefore_IsNoTrace()
    {
        using var stream = new MemoryStream();
        Compute(1).WriteDelimitedTo(stream);

        Assert.Contains("the first message is no GlobalMetadata", MistakeOf(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MetadataWithAVersionThatIsNoText_IsNoTrace()
    {
        Assert.Contains("the first message is no GlobalMetadata", MistakeOf([0x02, 0x08, 0x01]), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BytesThatAreNoNode_GivesTheirPlace()
    {
        byte[] trace = [.. ToBytes(Compute(1)), 3, 0x0B, 0x0B, 0x0B];

        Assert.Equal(
            "trace: The file is damaged: message 2, at byte 18, is no Node. Copy the file again, or create it again.", MistakeOf(trace));
    }

    [Theory]
    [InlineData(new byte[] { 0x0A, 0x00 }, "an id that is a text")]
    [InlineData(new byte[] { 0x10, 0x00 }, "a name that is a number")]
    [InlineData(new byte[] { 0x1A, 0x00 }, "a type that is a text")]
    [InlineData(new byte[] { 0x25, 0, 0, 0, 0 }, "a dependency that is a fixed32")]
    [InlineData(new byte[] { 0x2A, 0x01, 0x80 }, "a dependency that does not end")]
    [InlineData(new byte[] { 0x32, 0x00 }, "a start time that is a text")]
    [InlineData(new byte[] { 0x3A, 0x00 }, "a duration that is a text")]
    [InlineData(new byte[] { 0x40, 0x00 }, "inputs that are a number")]
    [InlineData(new byte[] { 0x42, 0x01, 0x0B }, "inputs that are no message")]
    [InlineData(new byte[] { 0x48, 0x00 }, "outputs that are a number")]
    [InlineData(new byte[] { 0x50, 0x00 }, "an attribute that is a number")]
    [InlineData(new byte[] { 0x52, 0x01, 0x0B }, "an attribute that is no message")]
    [InlineData(new byte[] { 0x52, 0x02, 0x08, 0x00 }, "an attribute's name that is a number")]
    [InlineData(new byte[] { 0x52, 0x02, 0x48, 0x80 }, "an attribute's value that does not end")]
    [InlineData(new byte[] { 0x52, 0x02, 0x4A, 0x00 }, "an int64 that is a text")]
    public void Read_FieldOfAnotherKind_IsDamage(byte[] node, string what)
    {
        byte[] trace = [.. ToBytes(), (byte)node.Length, .. node];

        Assert.True(MistakeOf(trace).Contains("is no Node", StringComparison.Ordinal), what);
    }

    [Fact]
    public void Read_TraceCutAtAnyByteWithinAMessage_SaysTruncated()
    {
        Node[] nodes = [Compute(0), Collective(1, group: "tp"), Compute(2, 0, 1)];
        var whole = ToBytes(nodes);
        int[] ends = [.. Enumerable.Range(0, nodes.Length + 1).Select(count => ToBytes(nodes[..count]).Length)];

        for (var length = 1; length < whole.Length; length++)
        {
            if (!ends.Contains(length))
            {
                Assert.Contains("truncated", MistakeOf(whole[..length]), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Read_TruncatedTrace_GivesThePlaceAndNoMistakesThatFollowFromIt()
    {
        var whole = ToBytes(Compute(0, 2), Compute(1, 2), Compute(2));

        Assert.Equal(
            "trace: The file is truncated or damaged: of message 3, at byte 32, it should have 9 bytes, but the file ends after 8 of them. "
            + "Copy the file again, or create it again.",
            MistakeOf(whole[..^1]));
    }
}
