using ClusterSim.Hosting.Nodes;
using ClusterSim.Watch.Serving;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ClusterSim.Tests.Watch.Serving;

public sealed class HostGuardTests
{
    [Theory]
    [InlineData("127.0.0.1:8080", true)]
    [InlineData("localhost:8080", true)]
    [InlineData("LocalHost", true)]
    [InlineData("[::1]:8080", true)]
    [InlineData("localhost:9999", true)]
    [InlineData("", false)]
    [InlineData("evil.example:8080", false)]
    [InlineData("127.0.0.1.evil.example:8080", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("192.168.0.7:8080", false)]
    [InlineData("node-7:8080", false)]
    public void Allows_OnLoopback_OnlyNamesOfLoopback(string host, bool expected)
    {
        var guard = new HostGuard(new HostPort("127.0.0.1", 8080), "node-7");

        Assert.Equal(expected, guard.Allows(new HostString(host)));
    }

    [Theory]
    [InlineData("192.168.0.7:8080", true)]
    [InlineData("[fe80::1]:8080", true)]
    [InlineData("localhost:8080", true)]
    [InlineData("NODE-7:8080", true)]
    [InlineData("node-7.lab.example:8080", true)]
    [InlineData("evil.example:8080", false)]
    [InlineData("", false)]
    public void Allows_OnOtherAddresses_AddressesAndNamesOfTheMachine(string host, bool expected)
    {
        var guard = new HostGuard(new HostPort("node-7.lab.example", 8080), "node-7");

        Assert.Equal(expected, guard.Allows(new HostString(host)));
    }
}
