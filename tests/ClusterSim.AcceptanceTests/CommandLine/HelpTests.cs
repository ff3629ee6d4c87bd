using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine;

public sealed class HelpTests
{
    private static readonly GoldenFile Golden = new("tests", "ClusterSim.AcceptanceTests", "CommandLine", "Golden");

    [Theory]
    [InlineData("")]
    [InlineData("sweep")]
    [InlineData("sweep plan")]
    [InlineData("sweep status")]
    [InlineData("sweep resume")]
    [InlineData("sweep diff")]
    [InlineData("run")]
    [InlineData("inspect")]
    [InlineData("inspect why")]
    [InlineData("inspect actor")]
    [InlineData("export")]
    [InlineData("report")]
    [InlineData("verify")]
    [InlineData("validate")]
    [InlineData("workload")]
    [InlineData("workload convert")]
    [InlineData("workload show")]
    [InlineData("workload rescale")]
    [InlineData("collectives")]
    [InlineData("node")]
    [InlineData("cluster")]
    [InlineData("cluster status")]
    public void Help_OfACommand_TellsHowItIsUsed(string command)
    {
        var run = ClusterSimProgram.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Golden.Check(command.Length == 0 ? "help.txt" : $"help-{command.Replace(' ', '-')}.txt", run.Output);
    }

    [Fact]
    public void Version_IsPrinted()
    {
        var run = ClusterSimProgram.Run("--version");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Output);
    }
}
