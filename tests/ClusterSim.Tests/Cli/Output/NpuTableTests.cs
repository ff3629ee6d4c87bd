using ClusterSim.Cli.Output;
using ClusterSim.Core.Units;
using Xunit;

namespace ClusterSim.Tests.Cli.Output;

public sealed class NpuTableTests
{
    [Fact]
    public void Of_FewNpus_HasARowEach()
    {
        var table = NpuTable.Of([Samples.Npu(0), Samples.Npu(1)]);

        Assert.Equal(["NPU", "wall ns", "compute ns", "communication ns", "exposed ns", "overhead %"], table.Titles);
        Assert.Equal(["1", "11,000", "9,000", "3,000", "2,000", "18.182"], table.Rows[1]);
    }

    [Fact]
    public void Of_ManyNpus_HasLeastMeanAndGreatest()
    {
        var table = NpuTable.Of([.. Enumerable.Range(0, 17).Select(Samples.Npu)]);

        Assert.Equal(["least", "mean", "greatest"], table.Rows.Select(row => row[0]));
        Assert.Equal(["10,000", "18,000", "26,000"], table.Rows.Select(row => row[1]));
    }

    [Fact]
    public void Of_AKindThatRanOnOneNpu_ShowsItsColumn()
    {
        var withMemory = Samples.Npu(1) with { RemoteMemory = new SimDuration(700) };

        var table = NpuTable.Of([Samples.Npu(0), withMemory]);

        var column = table.Titles.ToList().IndexOf("remote memory ns");
        Assert.Equal(["0", "700"], table.Rows.Select(row => row[column]));
    }
}
