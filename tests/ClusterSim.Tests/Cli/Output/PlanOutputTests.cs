using ClusterSim.Cli.Output;
using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Planning;
using ClusterSim.Tests.Hosting.Configuration;
using Xunit;

namespace ClusterSim.Tests.Cli.Output;

public sealed class PlanOutputTests : IDisposable
{
    private readonly InputFolder input = new();
    private readonly InMemoryTerminal memory = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Table_WithAMistakeInSeveralPoints_TellsItOnce()
    {
        var sweep = Read("axes: [{ network.latency: [1, -2] }, { workload.repeat: [1, 2, 3] }]");
        var totals = new PlanTotals();

        new PlanTable(sweep, memory.Terminal).Write(totals.Counted(sweep.Estimate(CancellationToken.None)), totals);

        Assert.Equal(3, totals.Invalid);
        var lines = memory.Output.Split('\n');
        Assert.Equal("sweep: 6 points", lines[0]);
        Assert.StartsWith("point 3 and 2 more: ", lines[^3], StringComparison.Ordinal);
        Assert.EndsWith("axes[0].network.latency[1]: -2 is not allowed: give a number from 0 to 1,000,000,000,000,000 (ns).", lines[^3], StringComparison.Ordinal);
        Assert.Equal("3 points cannot be simulated. Mend or exclude them: a sweep with such points is not run.", lines[^2]);
    }

    [Fact]
    public void Csv_OfAPlan_HasARowForEachPoint()
    {
        var sweep = Read("axes: [{ network.latency: [1, -2] }]\nlabels: { network.latency: ['a, b', c] }");

        PlanRows.WriteCsv(sweep, sweep.Estimate(CancellationToken.None), memory.Terminal.Output);

        var lines = memory.Output.Split('\n');
        Assert.Equal("point,network.latency,messages,memory_bytes,time_s,problems", lines[0]);
        Assert.Matches("^0,\"a, b\",24,[0-9]+,0\\.[0-9]+,$", lines[1]);
        Assert.Matches("^1,c,,,,\".*-2 is not allowed: .*\"$", lines[2]);
    }

    [Fact]
    public void Json_OfAPlan_LeavesOutWhatThereIsNot()
    {
        var sweep = Read("axes: [{ network.latency: [1, -2] }]");

        PlanRows.WriteJson(sweep, sweep.Estimate(CancellationToken.None), memory.Terminal.Output);

        using var json = System.Text.Json.JsonDocument.Parse(memory.Output);
        var points = json.RootElement.EnumerateArray().ToList();
        Assert.Equal(["point", "network.latency", "messages", "memory_bytes", "time_s"], points[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(["point", "network.latency", "problems"], points[1].EnumerateObject().Select(property => property.Name));
    }

    private Sweep Read(string lines) => Sweep.Read(input.Write("sweep.yaml", $"base: experiment.yaml\n{lines}\n"), []);
}
