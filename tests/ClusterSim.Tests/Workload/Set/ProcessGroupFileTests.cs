using ClusterSim.Workload.Set;
using Xunit;

namespace ClusterSim.Tests.Workload.Set;

public sealed class ProcessGroupFileTests
{
    [Fact]
    public void Read_Groups_KeepsTheirOrderAndThatOfTheirRanks()
    {
        using var traces = new TemporaryTraces();
        var path = traces.AddText("groups.json", """{"tp": [3, 1], "1": [0, 2]}""");

        var groups = ProcessGroupFile.Read(path);

        Assert.Equal(["tp 3,1", "1 0,2"], groups.Select(group => $"{group.Name} {string.Join(',', group.Ranks)}"));
    }

    [Theory]
    [InlineData("{\n\"1\": [0, 1,\n", "groups.json:3: This is no JSON (byte 1 of the line); allowed: an object of lists of NPUs, ")]
    [InlineData("", "groups.json:1: This is no JSON")]
    [InlineData("[[0, 1]]", "groups.json: This is a JSON array; allowed: an object of lists of NPUs, as in {\"1\": [0, 1], ")]
    [InlineData("true", "groups.json: This is a JSON bool; ")]
    [InlineData("{\"1\": 5}", "groups.json \"1\": This is a JSON number; allowed: a list of NPUs, as in [0, 1].")]
    [InlineData("{\"1\": [0, \"a\"]}", "groups.json \"1\": \"a\" is no NPU; allowed: whole numbers from 0.")]
    [InlineData("{\"1\": [0, 1.5]}", "groups.json \"1\": 1.5 is no NPU; ")]
    [InlineData("{\"1\": [0, 5000000000]}", "groups.json \"1\": 5000000000 is no NPU; ")]
    [InlineData("{\"1\": [0], \"1\": [1]}", "groups.json \"1\": The group is defined twice. Give each group its own name.")]
    public void Read_WrongFile_NamesTheKey(string content, string problem)
    {
        using var traces = new TemporaryTraces();
        var path = traces.AddText("groups.json", content);

        Assert.StartsWith(problem, traces.Problem(() => ProcessGroupFile.Read(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralMistakes_ReportsAll()
    {
        using var traces = new TemporaryTraces();
        var path = traces.AddText("groups.json", """{"1": 5, "2": [null], "3": [0], "4": {}}""");

        Assert.Equal(3, traces.Problems(() => ProcessGroupFile.Read(path)).Length);
    }

    [Fact]
    public void Read_NameThatIsNoText_SaysSo()
    {
        using var traces = new TemporaryTraces();
        var path = traces.Add("groups.json", [.. "{\""u8, 0xFF, .. "\": [0]}"u8]);

        Assert.StartsWith(
            "groups.json: A name in it is no valid text; ", traces.Problem(() => ProcessGroupFile.Read(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MissingFile_SaysSo()
    {
        Assert.Equal("none.json: The file does not exist.", ProblemsOf.Single(() => ProcessGroupFile.Read("none.json")));
    }
}
