using System.Text.Json;
using ClusterSim.Cli.Output;
using Xunit;

namespace ClusterSim.Tests.Cli.Output;

public sealed class ResultJsonTests
{
    [Fact]
    public void Write_Result_HasTheFormThatScriptsRead()
    {
        using var output = new StringWriter();

        ResultJson.Write(Samples.Result(), output);

        using var json = JsonDocument.Parse(output.ToString());
        var root = json.RootElement;
        Assert.Equal(
            ["backend", "npus", "collectives", "simulated_ns", "messages", "hops", "events", "elapsed_s", "digest"],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal(11_000, root.GetProperty("npus")[1].GetProperty("finish").GetInt64());
        Assert.Equal("all-reduce", root.GetProperty("collectives")[0].GetProperty("kind").GetString());
        Assert.Equal("00abcdef01234567", root.GetProperty("digest").GetString());
    }

    [Fact]
    public void Write_Result_TakesOneLineEachNpu()
    {
        using var output = new StringWriter();

        ResultJson.Write(Samples.Result(npuCount: 3), output);

        Assert.Equal(3, output.ToString().Split('\n').Count(line => line.Contains("\"npu\"", StringComparison.Ordinal)));
    }
}
