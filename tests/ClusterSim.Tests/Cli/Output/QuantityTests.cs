using ClusterSim.Cli.Output;
using Xunit;

namespace ClusterSim.Tests.Cli.Output;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1_000, "1.00 k")]
    [InlineData(18_250_000, "18.3 M")]
    [InlineData(2_100_000_000, "2.10 G")]
    public void Rounded_Count_KeepsThreeDigits(double value, string expected)
    {
        Assert.Equal(expected, Quantity.Rounded(value));
    }

    [Theory]
    [InlineData(12, "12 ns")]
    [InlineData(1_098_621_886, "1.10 s")]
    [InlineData(15_264, "15.3 us")]
    [InlineData(250_000_000, "250 ms")]
    public void RoundedTime_Nanoseconds_TakesTheUnitThatFits(long ns, string expected)
    {
        Assert.Equal(expected, Quantity.RoundedTime(ns));
    }

    [Fact]
    public void Exact_WholeNumber_GroupsDigits()
    {
        Assert.Equal("1,098,621,886", Quantity.Exact(1_098_621_886));
    }

    [Fact]
    public void RoundedBytes_Bytes_CountsInPowersOfTwo()
    {
        Assert.Equal("1.50 KiB", Quantity.RoundedBytes(1_536));
    }
}
