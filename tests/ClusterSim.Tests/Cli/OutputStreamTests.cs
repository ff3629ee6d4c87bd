using ClusterSim.Cli;
using Xunit;

namespace ClusterSim.Tests.Cli;

public sealed class OutputStreamTests
{
    private static readonly byte[] Bytes = [1, 2, 3];

    private int opened;

    [Fact]
    public void Write_FullDisk_TellsOnceWhatCannotBeWritten()
    {
        using var stream = new OutputStream("Standard output", OpenFull);

        var failure = Assert.Throws<OutputFailedException>(() => stream.Write(Bytes));
        stream.Write(Bytes);

        Assert.Equal("Standard output cannot be written: No space left on device.", failure.Message);
        Assert.Equal(1, opened);
    }

    [Fact]
    public void Write_FullDiskWhereItIsOptional_TellsNothing()
    {
        using var stream = new OutputStream("Standard error", OpenFull) { IsOptional = true };

        stream.Write(Bytes);

        Assert.Equal(1, opened);
    }

    private Stream OpenFull()
    {
        opened++;
        throw new IOException("No space left on device");
    }
}
