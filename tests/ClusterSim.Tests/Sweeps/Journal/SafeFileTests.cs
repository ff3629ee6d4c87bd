using ClusterSim.Sweeps.Journal;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Journal;

public sealed class SafeFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Write_ThatFailsInTheMidst_LeavesTheOldFile()
    {
        var path = folder.PathOf("table");
        SafeFile.Write(path, stream => stream.Write("old"u8));

        Assert.Throws<IOException>(() => SafeFile.Write(path, stream => Fail(stream)));
        await Assert.ThrowsAsync<IOException>(() => SafeFile.WriteAsync(path, stream => Task.Run(() => Fail(stream))));

        Assert.Equal("old", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Write_OverALongerFile_ReplacesAllOfIt()
    {
        var path = folder.PathOf("table");
        SafeFile.Write(path, stream => stream.Write("a long one"u8));

        await SafeFile.WriteAsync(path, async stream => await stream.WriteAsync("new"u8.ToArray()));

        Assert.Equal("new", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal([path], Directory.EnumerateFiles(folder.FullPath));
    }

    private static void Fail(Stream stream)
    {
        stream.Write("new"u8);
        throw new IOException("The disk is full.");
    }
}
