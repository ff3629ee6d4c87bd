using System.Text.RegularExpressions;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine;

/// <summary>The README's first screen shows what a user gets.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("README.md"));

    [Fact]
    public void FirstCommand_PrintsWhatTheReadmeShows()
    {
        var block = FirstScreen().Match(Readme);

        // In a folder of the test's own, since nothing that is finished is run again.
        using var folder = new TemporaryFolder();
        var run = ClusterSimProgram.Run([.. block.Groups["arguments"].Value.Split(' '), "-o", folder.FullPath]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(block.Groups["output"].Value, run.Output.Replace(folder.FullPath, "results/resnet50-hgx-h100", StringComparison.Ordinal));
    }

    [Fact]
    public void TestCommand_IsTheOneThatCiRuns()
    {
        const string Command = "dotnet test --solution Cluster.sln -c Release";

        Assert.Contains(Command + "\n", Readme, StringComparison.Ordinal);
        Assert.Contains(Command, File.ReadAllText(Repository.PathOf(".ci", "run")), StringComparison.Ordinal);
    }

    // The program's arguments behind the dashes of the first command, and the block after it.
    [GeneratedRegex(@"```sh\ndotnet run [^\n]* -- (?<arguments>[^\n]*)\n```\s+```text\n(?<output>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex FirstScreen();
}
