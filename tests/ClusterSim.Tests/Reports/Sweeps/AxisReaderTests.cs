using ClusterSim.Reports.Sweeps;
using Xunit;

namespace ClusterSim.Tests.Reports.Sweeps;

public sealed class AxisReaderTests
{
    [Theory]
    [InlineData("32 8 128", "8 32 128", "Number", "8 32 128")]
    [InlineData("1MiB 512KiB 2KiB", "2KiB 512KiB 1MiB", "Size", "2048 524288 1048576")]
    [InlineData("4096 1KiB", "1KiB 4096", "Size", "1024 4096")]
    [InlineData("Switch Ring", "Switch Ring", "Text", "")]
    [InlineData("1 two 3", "1 two 3", "Text", "")]
    [InlineData("1e3 10", "10 1e3", "Number", "10 1000")]
    public void Read_Labels_TellsWhatTheyAre(string given, string labels, string kind, string values)
    {
        var axis = Read("key", given.Split(' '), npus: null);

        Assert.Equal((labels, kind, values), (string.Join(' ', axis.Labels), axis.Kind.ToString(), string.Join(' ', axis.Values)));
    }

    [Fact]
    public void Read_Points_KnowTheirLabels()
    {
        var axis = Read("key", ["8", "2", "8", "4"], npus: null);

        Assert.Equal(["8", "2", "8", "4"], axis.Codes.Select(code => axis.Labels[code]));
    }

    [Fact]
    public void Read_NetworksOfSeveralDimensions_AreTheNpusThatTheyMake()
    {
        var axis = Read("network.npus_count", ["[8, 8]", "[2, 4]", "[4, 4]"], [64, 8, 16]);

        Assert.Equal((AxisKind.Number, true), (axis.Kind, axis.IsNpus));
        Assert.Equal(["[2, 4]", "[4, 4]", "[8, 8]"], axis.Labels);
        Assert.Equal([8d, 16, 64], axis.Values);
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(8, null)]
    public void Read_NamesThatNpusDoNotTellApart_StayNames(int first, int? second)
    {
        var axis = Read("network.npus_count", ["[2, 4]", "[4, 2]"], [first, second]);

        Assert.Equal((AxisKind.Text, false), (axis.Kind, axis.IsNpus));
    }

    [Fact]
    public void Read_NumbersThatAreNpusByChanceOnly_AreNoNpus()
    {
        Assert.True(Read("network.npus_count", ["8", "4"], [8, 4]).IsNpus);
        Assert.False(Read("system.splits", ["8", "4"], [8, 8]).IsNpus);
    }

    private static SweepAxis Read(string key, string[] labels, int?[]? npus) => AxisReader.Read(key, key, labels, npus ?? new int?[labels.Length]);
}
