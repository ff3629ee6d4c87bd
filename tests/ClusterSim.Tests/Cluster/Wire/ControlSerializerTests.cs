using System.Runtime.Serialization;
using ClusterSim.Cluster.Inputs;
using ClusterSim.Cluster.Status;
using ClusterSim.Cluster.Wire;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Cluster.Wire;

public sealed class ControlSerializerTests
{
    private static readonly ControlSerializer Serializer = new(system: null, WireCatalog.Own.Control);

    [Fact]
    public void Message_WrittenAndRead_IsTheSame()
    {
        var description = new NodeDescription(3, 0.5, 1 << 20, 0, 77, ["worker: point 4", "idle"]);

        var read = (NodeDescription)Serializer.FromBinary(Serializer.ToBinary(description), "node");

        // A record compares its array by reference.
        Assert.Equal(description.Work, read.Work);
        Assert.Equal(description, read with { Work = description.Work });
    }

    [Fact]
    public void Message_InNoList_IsNotWritten()
    {
        Assert.Throws<SerializationException>(() => Serializer.ToBinary("text"));
        Assert.Throws<SerializationException>(() => Serializer.ToBinary(new InputArrived(new("", 0))));
    }

    [Theory]
    [InlineData("no-such")]
    [InlineData("System.Diagnostics.Process, System")]
    [InlineData("")]
    public void Manifest_InNoList_IsRefused(string manifest)
    {
        var bytes = Serializer.ToBinary(new PieceWanted("hash", 1));

        Assert.Throws<SerializationException>(() => Serializer.FromBinary(bytes, manifest));
    }

    [Fact]
    public void Content_OfAnotherTypeThanSaid_IsRefused()
    {
        var bytes = Serializer.ToBinary(new PieceWanted("hash", 1));

        Assert.Throws<SerializationException>(() => Serializer.FromBinary(bytes, "input-missing"));
    }

    [Fact]
    public void Content_WithMoreBehindIt_IsRefused()
    {
        var bytes = Serializer.ToBinary(new PieceWanted("hash", 1));

        Assert.Throws<SerializationException>(() => Serializer.FromBinary([.. bytes, 0], "input-wanted"));
    }

    [Fact]
    public void Content_Mutated_IsReadOrRefusedAndNothingElse()
    {
        var whole = Serializer.ToBinary(new PieceWanted("0123456789abcdef", 4711));

        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]).Sample((place, value, length) =>
        {
            var bytes = whole[..length];
            if (place < length)
            {
                bytes[place] = value;
            }

            // Any other exception fails the test.
            try
            {
                Assert.IsType<PieceWanted>(Serializer.FromBinary(bytes, "input-wanted"));
            }
            catch (SerializationException)
            {
                // Refused.
            }
        });
    }
}
