using ClusterSim.Core.Units;
using ClusterSim.Hosting.Configuration.Cases;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Verification;
using ClusterSim.Testing;
using ClusterSim.Tests.Cli.Output;
using Xunit;

namespace ClusterSim.Tests.Hosting.Verification;

public sealed class CaseComparisonTests
{
    private static readonly RecordedCase Recorded = RecordedCase.Read(
        Repository.PathOf("tests", "ClusterSim.AcceptanceTests", "Cases", "ref-1d-002-switch4-all-reduce-direct"));

    [Fact]
    public void Differences_EqualFigures_AreNone()
    {
        Assert.Empty(Differences(Expect(Samples.Npu(0)), Samples.Npu(0)));
    }

    [Fact]
    public void Differences_OtherFigures_NameNpuFigureAndBothValues()
    {
        var differences = Differences(Expect(Samples.Npu(0)), Samples.Npu(0) with { Exposed = new SimDuration(2_001) });

        Assert.Equal([new Difference(0, "exposed", "2000", "2001")], differences);
    }

    [Fact]
    public void Differences_KindThatShouldNotHaveRun_IsHeldToZero()
    {
        var differences = Differences(Expect(Samples.Npu(0)), Samples.Npu(0) with { Cpu = new SimDuration(5) });

        Assert.Equal([new Difference(0, "cpu", "0", "5")], differences);
    }

    [Fact]
    public void Differences_FigureThatWasNotRecorded_IsNotHeld()
    {
        Assert.Empty(Differences(Expect(Samples.Npu(0)), Samples.Npu(0) with { HiddenCommunication = new SimDuration(5) }));
    }

    [Fact]
    public void Differences_Roofline_IsHeldToThreeDecimals()
    {
        var expected = Expect(Samples.Npu(0)) with { Roofline = new RooflineResult(100, 99.5, 2.257, 13.1) };

        var differences = Differences(expected, Samples.Npu(0) with { Roofline = new RooflineResult(100, 99.5004, 2.2561, 13.1) });

        Assert.Equal([new Difference(0, "average_memory_utilization", "2.257", "2.256")], differences);
    }

    [Fact]
    public void Differences_RooflineThatIsMissing_SaysNothingWasFound()
    {
        var expected = Expect(Samples.Npu(0)) with { Roofline = new RooflineResult(100, 99.5, 2.257, 13.1) };

        Assert.All(Differences(expected, Samples.Npu(0)), difference => Assert.Equal("nothing", difference.Found));
    }

    [Theory]
    [InlineData(9_999, 1)]
    [InlineData(10_000, 0)]
    [InlineData(10_005, 0)]
    [InlineData(10_006, 1)]
    public void Differences_OrderSensitiveCase_HoldsOnlyTheRangeOfTheFinish(long finish, int expectedCount)
    {
        var recorded = Recorded with
        {
            IsOrderSensitive = true,
            Expected = [Expect(Samples.Npu(0)) with { FinishMin = new SimTime(10_000), FinishMax = new SimTime(10_005) }],
        };
        var found = Samples.Npu(0) with { Finish = new SimTime(finish), Exposed = new SimDuration(1) };

        var differences = CaseComparison.Differences(recorded, Samples.Result() with { Npus = [found] });

        Assert.Equal(expectedCount, differences.Count);
        Assert.All(differences, difference => Assert.Equal("10000 to 10005", difference.Expected));
    }

    private static IReadOnlyList<Difference> Differences(ExpectedNpu expected, NpuResult found) =>
        CaseComparison.Differences(Recorded with { Expected = [expected] }, Samples.Result() with { Npus = [found] });

    private static ExpectedNpu Expect(NpuResult npu) => new()
    {
        Npu = npu.Npu,
        Finish = npu.Finish,
        FinishMin = npu.Finish,
        FinishMax = npu.Finish,
        Exposed = npu.Exposed,
        Wall = npu.Wall,
        Gpu = npu.Gpu,
        Communication = npu.Communication,
    };
}
