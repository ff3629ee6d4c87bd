using ClusterSim.Workload.Chakra;
using Xunit;
using static ClusterSim.Tests.Workload.Chakra.TraceMistakes;
using static ClusterSim.Tests.Workload.TraceMessages;

namespace ClusterSim.Tests.Workload.Chakra;

/// <summary>How mistakes are listed: all of them, but not without end, and fit for a terminal.</summary>
public sealed class ChakraMistakeListTests
{
    [Fact]
    public void Read_ReplayOnly_StillReportsWrongValues()
    {
        var trace = ToBytes(Collective(1, size: -1));

        Assert.Single(ProblemsOf.All(() => Read(trace, options: new TraceOptions { ReplayOnly = true })));
    }

    [Fact]
    public void Read_MistakesOfManyKinds_ReportsAllOfThem()
    {
        var trace = ToBytes(Collective(1, size: -1), Send(2, to: -1), Compute(3, 99), Compute(4, 5), Compute(5, 4), Compute(6), Compute(6));

        Assert.Equal(5, ProblemsOf.All(() => Read(trace)).Length);
    }

    [Fact]
    public void Read_ThousandsOfMistakes_ListsTwentyAndCountsTheRest()
    {
        var trace = ToBytes([.. Enumerable.Range(0, 1500).Select(i => Collective((ulong)i, size: -1))]);

        var problems = ProblemsOf.All(() => Read(trace));

        Assert.Equal((21, "trace: 1,480 more mistakes."), (problems.Length, problems[^1]));
    }

    [Fact]
    public void Read_NodeWithControlCharactersInItsName_EscapesThem()
    {
        var node = Collective(1, size: -1);
        node.Name = "evil\u001b[31m\nname\0";

        Assert.StartsWith("trace node 1 (evil\\u001B[31m\\u000Aname\\u0000): ", MistakeOf(node), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SourceWithControlCharacters_EscapesThem()
    {
        var problem = ProblemsOf.Single(() => ChakraReader.Read(new MemoryStream(ToBytes(Send(1, to: 0))), "x\u001b.et", 0));

        Assert.StartsWith("x\\u001B.et node 1 (n): ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NodeWithALongName_ShortensIt()
    {
        var node = Collective(1, size: -1);
        node.Name = new string('x', 500);

        Assert.StartsWith($"trace node 1 ({new string('x', 60)}...): ", MistakeOf(node), StringComparison.Ordinal);
    }
}
