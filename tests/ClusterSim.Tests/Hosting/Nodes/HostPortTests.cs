using ClusterSim.Hosting.Nodes;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Hosting.Nodes;

public sealed class HostPortTests
{
    [Theory]
    [InlineData("127.0.0.1:7700", true)]
    [InlineData("[::1]:7700", true)]
    [InlineData("localhost:1", true)]
    [InlineData("worker-1.example:65535", false)]
    [InlineData("10.0.0.1:7700", false)]
    public void Address_IsReadAndWrittenAlike(string text, bool isLoopback)
    {
        var read = HostPort.Parse(text)!;

        Assert.Equal((text, isLoopback), (read.ToString(), read.IsLoopback));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7700")]
    [InlineData("host")]
    [InlineData("host:")]
    [InlineData(":7700")]
    [InlineData("host:0")]
    [InlineData("host:65536")]
    [InlineData("host:-1")]
    [InlineData("host: 1")]
    [InlineData("a b:1")]
    [InlineData("::1:7700")]
    [InlineData("[]:7700")]
    [InlineData("[host]:7700")]
    [InlineData("http://host:1")]
    [InlineData("ho\"st:1")]
    public void Text_ThatIsNoAddress_IsNone(string text) => Assert.Null(HostPort.Parse(text));

    [Fact]
    public void Text_WhateverItIs_IsReadAsItsOwnAddressOrNone()
    {
        Gen.String[Gen.Char["0123456789abc:.[]- \"\n"], 0, 20].Sample(text =>
        {
            if (HostPort.Parse(text) is { } read)
            {
                Assert.Equal(read, HostPort.Parse(read.ToString()));
            }
        });
    }
}
