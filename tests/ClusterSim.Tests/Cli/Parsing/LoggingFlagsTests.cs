using ClusterSim.Cli.Parsing;
using Xunit;

namespace ClusterSim.Tests.Cli.Parsing;

public sealed class LoggingFlagsTests
{
    [Theory]
    [InlineData("run --logging-configuration log.toml --format json", "run --format json")]
    [InlineData("run --logging-folder=out --format json", "run --format json")]
    [InlineData("run --logging-anything --format json", "run --format json")]
    [InlineData("run x.yaml --logging-folder", "run x.yaml")]
    public void Remove_LoggingFlags_DropsThemWithTheirValues(string given, string expected)
    {
        Assert.Equal(expected.Split(' '), LoggingFlags.Remove(given.Split(' ')));
    }
}
