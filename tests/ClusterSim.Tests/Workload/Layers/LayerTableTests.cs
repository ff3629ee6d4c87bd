using System.Globalization;
using ClusterSim.Core.Units;
using ClusterSim.Testing;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Layers;
using Xunit;

namespace ClusterSim.Tests.Workload.Layers;

public sealed class LayerTableTests
{
    // The traces of the report's experiments.
    [Theory]
    [InlineData(LayerSchedule.Serial, "resnet50-serial-8-aware")]
    [InlineData(LayerSchedule.Overlap, "resnet50-overlap-8-aware")]
    public void ToGraph_ResNet50_IsTheRecordedTrace(LayerSchedule schedule, string recorded)
    {
        using var stream = new MemoryStream();

        ChakraWriter.Write(ResNet50().ToGraph(schedule), stream);

        Assert.Equal(File.ReadAllBytes(RecordedTraces.PathOf(recorded)), stream.ToArray());
    }

    [Fact]
    public void ToGraph_Serial_IsAChain()
    {
        Assert.Equal(
            [
                "0 a_fwd 1 ns <-", "1 b_fwd 4 ns <- 0",
                "2 b_bwd_inp 5 ns <- 1", "3 b_bwd_wt 6 ns <- 2", "4 b_allreduce 8 B <- 3",
                "5 a_bwd_inp 2 ns <- 4", "6 a_bwd_wt 3 ns <- 5", "7 a_allreduce 7 B <- 6",
            ],
            Nodes(TwoLayers().ToGraph(LayerSchedule.Serial)));
    }

    [Fact]
    public void ToGraph_Overlap_DoesNotWaitForAllReduces()
    {
        Assert.Equal(
            [
                "0 a_fwd 1 ns <-", "1 b_fwd 4 ns <- 0",
                "2 b_bwd_inp 5 ns <- 1", "3 b_bwd_wt 6 ns <- 2", "4 b_allreduce 8 B <- 3",
                "5 a_bwd_inp 2 ns <- 3", "6 a_bwd_wt 3 ns <- 5", "7 a_allreduce 7 B <- 6",
            ],
            Nodes(TwoLayers().ToGraph(LayerSchedule.Overlap)));
    }

    [Fact]
    public void ToGraph_SecondIterationOfSerial_WaitsForTheLastAllReduce()
    {
        var graph = TwoLayers().ToGraph(LayerSchedule.Serial, iterations: 2);

        Assert.Equal((16, "8 a_fwd 1 ns <- 7"), (graph.Count, Nodes(graph)[8]));
    }

    [Fact]
    public void ToGraph_SecondIterationOfOverlap_WaitsForAllOfTheFirst()
    {
        Assert.Equal("8 a_fwd 1 ns <- 4, 6, 7", Nodes(TwoLayers().ToGraph(LayerSchedule.Overlap, iterations: 2))[8]);
    }

    [Theory]
    [InlineData(LayerSchedule.Serial)]
    [InlineData(LayerSchedule.Overlap)]
    public void ToGraph_LayerWithoutAllReduce_HasNone(LayerSchedule schedule)
    {
        var table = new LayerTable("t", [LayerOf("a", 1, 0), LayerOf("b", 4, 8)]);

        Assert.Equal(
            ["5 a_bwd_inp 2 ns <- " + (schedule == LayerSchedule.Serial ? 4 : 3), "6 a_bwd_wt 3 ns <- 5"],
            Nodes(table.ToGraph(schedule))[5..]);
    }

    [Fact]
    public void ToGraph_NoLayers_SaysSo()
    {
        Assert.Equal(
            "t: The table has no layers. Give at least one.",
            ProblemsOf.Single(() => new LayerTable("t", []).ToGraph(LayerSchedule.Serial)));
    }

    [Fact]
    public void ToGraph_NegativeNumbers_ReportsAll()
    {
        var layer = new Layer
        {
            Name = "a",
            Forward = new SimDuration(-1),
            InputGradient = new SimDuration(-2),
            WeightGradient = new SimDuration(-3),
            AllReduce = new ByteSize(-4),
        };

        Assert.Equal(
            [
                "t layer a: Its forward is -1; allowed: 0 and more.",
                "t layer a: Its input gradient is -2; allowed: 0 and more.",
                "t layer a: Its weight gradient is -3; allowed: 0 and more.",
                "t layer a: Its all-reduce is -4; allowed: 0 and more.",
            ],
            ProblemsOf.All(() => new LayerTable("t", [layer]).ToGraph(LayerSchedule.Serial)));
    }

    [Theory]
    [InlineData(0, "t: iterations is 0; allowed: 1 and more.")]
    [InlineData(int.MaxValue, "t: 2147483647 iterations of 2 layers are more than 5000000 layers in all.")]
    public void ToGraph_IterationsOutOfRange_SaysWhatIsAllowed(int iterations, string problem)
    {
        Assert.StartsWith(
            problem, ProblemsOf.Single(() => TwoLayers().ToGraph(LayerSchedule.Serial, iterations)), StringComparison.Ordinal);
    }

    private static LayerTable TwoLayers() => new("t", [LayerOf("a", 1, 7), LayerOf("b", 4, 8)]);

    private static Layer LayerOf(string name, long firstNs, long bytes) => new()
    {
        Name = name,
        Forward = new SimDuration(firstNs),
        InputGradient = new SimDuration(firstNs + 1),
        WeightGradient = new SimDuration(firstNs + 2),
        AllReduce = new ByteSize(bytes),
    };

    private static LayerTable ResNet50()
    {
        var lines = File.ReadLines(Repository.PathOf("tests", "ClusterSim.Tests", "Workload", "Layers", "resnet50-layers.csv")).Skip(1);
        return new LayerTable("resnet50", [.. lines.Select(line => line.Split(',')).Select(cells => new Layer
        {
            Name = cells[0],
            Forward = SimDuration.FromMicroseconds(Number(cells[1])),
            InputGradient = SimDuration.FromMicroseconds(Number(cells[2])),
            WeightGradient = SimDuration.FromMicroseconds(Number(cells[3])),
            AllReduce = new ByteSize(Number(cells[4])),
        })]);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Nodes(ExecutionGraph graph)
    {
        var indexes = Enumerable.Range(0, graph.Count).ToArray();
        return Array.ConvertAll(indexes, index =>
        {
            var value = graph[index].Kind == NodeKind.Compute ? graph[index].Duration.ToString() : graph[index].Size.ToString();
            var parents = string.Join(", ", indexes.Where(parent => graph.Children(parent).Contains(index)));
            return $"{graph[index].Id} {graph.Names[index]} {value} <- {parents}".TrimEnd();
        });
    }
}
