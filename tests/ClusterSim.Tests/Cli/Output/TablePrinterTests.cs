using ClusterSim.Cli.Output;
using Xunit;

namespace ClusterSim.Tests.Cli.Output;

public sealed class TablePrinterTests
{
    private static readonly TextTable Table = new(1, ["name", "ns"], [["a", "1,000"], ["longer", "2"]]);

    [Fact]
    public void Print_Table_AlignsNamesLeftAndFiguresRight()
    {
        var terminal = new InMemoryTerminal();

        TablePrinter.Print(Table, terminal.Terminal);

        Assert.Equal(
            """
            name       ns
            a       1,000
            longer      2

            """.ReplaceLineEndings("\n"),
            terminal.Output);
    }

    [Fact]
    public void Print_OnAScreenWithColours_MakesTitlesBold()
    {
        var terminal = new InMemoryTerminal();

        TablePrinter.Print(Table, terminal.Terminal with { UsesColours = true });

        Assert.StartsWith("\e[1mname       ns\e[0m\na ", terminal.Output, StringComparison.Ordinal);
    }
}
