using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine;

/// <summary>Where the program cannot write, it says so in a line, if it can, and its exit code tells it. Needs a shell.</summary>
public sealed class OutputTests : IDisposable
{
    private const string Full = "clustersim: Standard output cannot be written: No space left on device.\n";

    private readonly TemporaryFolder folder = new();

    public OutputTests()
    {
        folder.Write(
            "experiment.yaml",
            """
            workload: { collective: all-reduce, size: 1MiB }
            network: { topology: [Ring], npus_count: [4], bandwidth: [50], latency: [500] }
            system: { local-mem-bw: 1600, track-local-mem: 1 }
            """);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("run experiment.yaml > /dev/full", 1, Full)]
    [InlineData("run experiment.yaml --format json > /dev/full", 1, Full)]
    [InlineData("run experiment.yaml --format csv > /dev/full", 1, Full)]
    [InlineData("validate experiment.yaml > /dev/full", 1, Full)]
    [InlineData("--help > /dev/full", 1, Full)]
    [InlineData("--version > /dev/full", 1, Full)]
    [InlineData("run experiment.yaml >&-", 1, "clustersim: Standard output cannot be written: Bad file descriptor.\n")]
    [InlineData("run nowhere 2> /dev/full", 2, "")]
    [InlineData("run nowhere 2>&-", 2, "")]
    [InlineData("run experiment.yaml --memory-timeline /dev/full > /dev/null", 1, "clustersim: The file /dev/full cannot be written: No space left on device.\n")]
    public void Command_ThatCannotWrite_EndsWithALineAndACode(string command, int expectedCode, string expectedMessage)
    {
        var run = ClusterSimProgram.RunInShell(folder.FullPath, command);

        Assert.Equal(new ProgramRun(expectedCode, "", expectedMessage), run);
    }

    [Fact]
    public void Command_WhoseReaderLeaves_EndsQuietly()
    {
        var run = ClusterSimProgram.RunInShell(folder.FullPath, "run experiment.yaml | head -n 1 > /dev/null");

        Assert.Equal("", run.Error);
    }
}
