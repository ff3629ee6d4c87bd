using ClusterSim.Core.Input;
using ClusterSim.Sweeps.Journal;
using ClusterSim.Tests.Hosting.Configuration;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Journal;

public sealed class PlanFileTests : IDisposable
{
    private readonly InputFolder input = new();

    private string File => input.PathOf("plan.bin");

    public void Dispose() => input.Dispose();

    [Fact]
    public void Read_WhatWasWritten_GivesItBack()
    {
        var plan = SweepSamples.Plan(
            input, "axes: [{ network.latency: [1, 2] }, { network.topology: [Switch, Ring] }]\nbaseline: { network.topology: Ring }\nexclude: [{ network.latency: 2, network.topology: Ring }]");
        var ids = SweepSamples.Identify(plan);

        PlanFile.Write(File, plan, ids);

        var header = PlanFile.ReadHeader(File);
        Assert.Equal(("sweep", 3), (header.Name, header.Count));
        Assert.Equal(["network.latency", "network.topology"], header.Keys);
        Assert.Equal([true, false], header.AreNumbers);
        var points = PlanFile.ReadPoints(File, header).ToList();
        Assert.Equal(["1 Switch", "1 Ring", "2 Switch"], points.Select(point => string.Join(' ', point.Labels)));
        Assert.Equal(Enumerable.Range(0, 3).Select(ids.Run), points.Select(point => point.Run));
        Assert.Equal(Enumerable.Range(0, 3).Select(ids.Configuration), points.Select(point => point.Configuration));
        Assert.Equal([points[1].Run, points[1].Run, null], points.Select(point => point.Baseline));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void Read_DamagedFile_SaysWhatToDo(int lost)
    {
        Write("axes: [{ network.latency: [1, 2] }]");
        var header = PlanFile.ReadHeader(File);
        using (var file = new FileStream(File, FileMode.Open))
        {
            file.SetLength(file.Length - lost);
        }

        Assert.Equal(
            ["plan.bin: The plan is damaged. Run clustersim sweep resume on its folder, which plans anew."],
            input.ProblemsOf(() => _ = PlanFile.ReadPoints(File, header).ToList()));
    }

    [Fact]
    public void ReadPoints_OfAPlanThatWasReplacedMeanwhile_Refuses()
    {
        Write("axes: [{ network.latency: [1, 2] }]");
        var header = PlanFile.ReadHeader(File);
        Write("axes: [{ network.latency: [1, 2] }, { network.bandwidth: [10] }]");

        var refused = Assert.Throws<InvalidInputException>(() => PlanFile.ReadPoints(File, header).ToList());

        Assert.Contains("Another sweep has begun in this folder. Try again.", refused.Message, StringComparison.Ordinal);
    }

    private void Write(string lines)
    {
        var plan = SweepSamples.Plan(input, lines);
        PlanFile.Write(File, plan, SweepSamples.Identify(plan));
    }
}
