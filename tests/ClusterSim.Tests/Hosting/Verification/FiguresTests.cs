using ClusterSim.Core.Units;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Verification;
using ClusterSim.Tests.Cli.Output;
using Xunit;

namespace ClusterSim.Tests.Hosting.Verification;

public sealed class FiguresTests
{
    [Fact]
    public void Of_PlainResult_LeavesOutRooflineAndMemory()
    {
        Assert.Equal(
            ["finish", "exposed", "wall", "gpu", "cpu", "comm", "remote_mem", "overlap", "hidden_comm"],
            Figures.Of(Samples.Result()).Select(figure => figure.Name));
    }

    [Fact]
    public void Of_ResultOfARoofline_HasItsFiguresToThreeDecimals()
    {
        var npu = Samples.Npu(0) with { Roofline = new RooflineResult(100, 99.9996, 2.2575, 13980.6712) };

        var roofline = Figures.Of(Samples.Result() with { Npus = [npu] }).Skip(9);

        // 2.2575 is in truth a little less, which is what the reference's output rounds.
        Assert.Equal([100m, 100m, 2.257m, 13980.671m], roofline.Select(figure => figure.Of(npu)));
    }

    [Fact]
    public void All_LongTimes_StayExact()
    {
        var npu = Samples.Npu(0) with { Finish = new SimTime(long.MaxValue - 1) };

        Assert.Equal(long.MaxValue - 1, Figures.Finish.Of(npu));
    }
}
