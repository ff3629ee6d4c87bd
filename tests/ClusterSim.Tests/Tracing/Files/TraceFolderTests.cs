using ClusterSim.Core.Input;
using ClusterSim.Testing;
using ClusterSim.Tracing.Files;
using Xunit;

namespace ClusterSim.Tests.Tracing.Files;

public sealed class TraceFolderTests : IDisposable
{
    // More than any disk has.
    private const long TooMuch = 1L << 60;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Begin_WithoutRoomOnTheDisk_SaysHowMuchIsNeeded_AndLeavesNothing()
    {
        var path = folder.PathOf("trace");

        var failure = Assert.Throws<InvalidInputException>(() => TraceFolder.Begin("--trace", path, static file => file, TooMuch));

        Assert.StartsWith($"--trace: The folder {path} cannot be written: a trace needs at least 1099511627776 MiB of room on the disk, and ", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.FullPath));
    }

    [Fact]
    public void Begin_WhereAnotherRunWrites_NamesTheFolderAndNoFileOfIts()
    {
        var path = folder.PathOf("trace");
        using var first = TraceFolder.Begin("--trace", path, static file => file);

        var failure = Assert.Throws<InvalidInputException>(() => TraceFolder.Begin("--trace", path, static file => file));

        Assert.Contains($"The folder {path} cannot be written.", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".new", failure.Message, StringComparison.Ordinal);
    }
}
