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

        var run = ClusterSimProgram.Run(block.Groups["arguments"].Value.Split(' '));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(PrintedRun.WithoutTimes(block.Groups["output"].Value), PrintedRun.WithoutTimes(run.Output));
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
