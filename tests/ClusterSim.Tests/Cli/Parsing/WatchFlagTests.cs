using ClusterSim.Cli.Parsing;
using Xunit;

namespace ClusterSim.Tests.Cli.Parsing;

public sealed class WatchFlagTests
{
    [Theory]
    [InlineData("run --watch experiment.yaml", "run --watch=127.0.0.1:0 experiment.yaml")]
    [InlineData("run experiment.yaml --watch", "run experiment.yaml --watch=127.0.0.1:0")]
    [InlineData("run --watch --format json x.yaml", "run --watch=127.0.0.1:0 --format json x.yaml")]
    [InlineData("run --watch ../x:1/y.yaml", "run --watch=127.0.0.1:0 ../x:1/y.yaml")]
    [InlineData("run --watch 127.0.0.1:8080 x.yaml", "run --watch 127.0.0.1:8080 x.yaml")]
    [InlineData("run --watch [::1]:8080 x.yaml", "run --watch [::1]:8080 x.yaml")]
    [InlineData("run --watch=10.0.0.1:8080 x.yaml", "run --watch=10.0.0.1:8080 x.yaml")]
    [InlineData("run --watch 8080 x.yaml", "run --watch 8080 x.yaml")]
    [InlineData("run --watch 10.0.0.1 x.yaml", "run --watch 10.0.0.1 x.yaml")]
    [InlineData("run --watch localhost x.yaml", "run --watch localhost x.yaml")]
    [InlineData("run -- --watch", "run -- --watch")]
    public void Complete_ACommandLine_GivesEveryWatchAnAddress(string given, string expected) =>
        Assert.Equal(expected.Split(' '), WatchFlag.Complete(given.Split(' ')));
}
