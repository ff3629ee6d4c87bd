using System.Text.Json;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Output.Reports;
using Xunit;

namespace ClusterSim.Tests.Cli.Output;

public sealed class ReportPrinterTests
{
    private static readonly Report Shares = new(
        "shares",
        [ReportColumn.Text("what"), ReportColumn.Time("time"), ReportColumn.Share("share")],
        [["most", 9_996L, 0.9996], ["some", 4L, 0.0004], ["none", 0L, 0.0]])
    {
        Together = ["together", 10_000L, 1.0],
    };

    private static readonly Report Nothing = new("nothing", [ReportColumn.Text("what")], []) { IsToldWhenEmpty = false };

    private readonly InMemoryTerminal terminal = new();

    [Fact]
    public void Print_AsTables_ShowsASmallShareAsOne_AndTheSumBelowWhatIsShown()
    {
        ReportPrinter.Print([Shares with { Shown = 2 }, Nothing], OutputFormat.Table, terminal.Terminal);

        Assert.Equal(
            """
            what           time    share
            most       9,996 ns  100.0 %
            some           4 ns   <0.1 %
            together  10,000 ns  100.0 %
            1 more; --limit shows more, --format csv or --format json all

            """,
            terminal.Output);
    }

    [Fact]
    public void Print_AsCsv_HasTheRowsOfTheFirstTableOnly()
    {
        ReportPrinter.Print([Shares, Nothing], OutputFormat.Csv, terminal.Terminal);

        Assert.Equal("what,time_ns,share\nmost,9996,0.9996\nsome,4,0.0004\nnone,0,0\n", terminal.Output);
    }

    [Fact]
    public void Print_AsJson_HasAllTables_AndTheSumApart()
    {
        ReportPrinter.Print([Shares, Nothing with { AsJson = static json => json.WriteNullValue() }], OutputFormat.Json, terminal.Terminal);

        using var json = JsonDocument.Parse(terminal.Output);
        Assert.Equal(3, json.RootElement.GetProperty("shares").GetArrayLength());
        Assert.Equal("{\"time_ns\":10000,\"share\":1}", JsonSerializer.Serialize(json.RootElement.GetProperty("shares_together")));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("nothing").ValueKind);
    }
}
