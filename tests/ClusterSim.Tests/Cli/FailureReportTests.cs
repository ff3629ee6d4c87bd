using ClusterSim.Cli;
using ClusterSim.Core;
using ClusterSim.Core.Input;
using Xunit;

namespace ClusterSim.Tests.Cli;

public sealed class FailureReportTests
{
    private readonly InMemoryTerminal terminal = new();

    [Fact]
    public void Write_InvalidInput_PrintsEveryProblemAndWhatToDo()
    {
        var code = FailureReport.Write(new InvalidInputException([new Problem("a.yml:3", "is wrong."), new Problem("b.json", "too.", "Mend it.")]), terminal.Terminal);

        var lines = terminal.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, code);
        Assert.Equal(["a.yml:3: is wrong.", "b.json: too. Mend it."], lines[..2]);
        Assert.StartsWith("Nothing was done.", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ProblemWithControlCharacters_StaysOneHarmlessLine()
    {
        FailureReport.Write(new InvalidInputException("a\u001b[31m.yml", "has no \n\u0007."), terminal.Terminal);

        Assert.Equal("a\\u001B[31m.yml: has no \\u000A\\u0007.", terminal.Error.Split('\n')[0]);
    }

    [Fact]
    public void Write_MoreProblemsThanAPersonReads_SaysHowManyMore()
    {
        var problems = Enumerable.Range(0, 100_000).Select(key => new Problem($"a.yml:{key}", "is wrong.")).ToArray();

        FailureReport.Write(new InvalidInputException(problems), terminal.Terminal);

        var lines = terminal.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(102, lines.Length);
        Assert.Equal("And 99,900 more problems.", lines[100]);
    }

    [Fact]
    public void Write_FailedSimulation_SaysWhy()
    {
        var code = FailureReport.Write(new SimulationFailedException("NPU 3 waits."), terminal.Terminal);

        Assert.Equal(1, code);
        Assert.Equal("clustersim: the simulation failed: NPU 3 waits.\n", terminal.Error);
    }

    [Fact]
    public void Write_UnexpectedException_IsOneLineThatAsksForAReport()
    {
        var code = FailureReport.Write(new InvalidOperationException("Two\nlines."), terminal.Terminal);

        var line = Assert.Single(terminal.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(1, code);
        Assert.StartsWith("clustersim: unexpected InvalidOperationException: Two lines.", line, StringComparison.Ordinal);
        Assert.Contains("CLUSTERSIM_DETAILS=1", line, StringComparison.Ordinal);
    }
}
