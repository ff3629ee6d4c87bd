using ClusterSim.Core.Collectives;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.TextWorkloads;
using Xunit;

namespace ClusterSim.Tests.Workload.TextWorkloads;

public sealed class TextConversionTests
{
    public static TheoryData<string> Recorded => RecordedTexts.Names;

    [Fact]
    public void Recorded_AreOfSixKinds() =>
        Assert.Equal(6, RecordedTexts.Names.Select(name => File.ReadLines(RecordedTexts.PathOf(name)).First().Split('\t')[0]).Distinct().Count());

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Write_RecordedText_GivesTheBytesOfChakrasConverter(string name)
    {
        var npus = RecordedTexts.NpuCount(name);
        var conversion = new TextConversion(TextWorkload.Read(RecordedTexts.PathOf(name)), npus, RecordedTexts.Iterations(name));

        Assert.Equal(
            Enumerable.Range(0, npus).Select(npu => File.ReadAllBytes(RecordedTraces.PathOf(name, npu))),
            Enumerable.Range(0, npus).Select(npu => BytesOf(conversion, npu)));
    }

    [Fact]
    public void Write_WithoutCollective_WaitsForTheComputation()
    {
        var lines = Convert(
            """
            DATA
            2
            a -1 1 NONE 0 2 NONE 0 3 NONE 0 1
            b -1 4 NONE 0 5 NONE 0 6 ALLREDUCE 64 1
            """,
            npus: 1,
            iterations: 2);

        Assert.Equal(
            [
                "COMP_NODE_a_FWD 1 us <- ",
                "COMP_NODE_b_FWD 4 us <- a_FWD",
                "COMP_NODE_b_BWD_WG 6 us <- b_FWD",
                "COMM_COLL_NODE_b_ALLREDUCE ALL_REDUCE 64 <- b_BWD_WG",
                "COMP_NODE_b_BWD_IG 5 us <- b_BWD_WG",
                "COMP_NODE_a_BWD_WG 3 us <- b_BWD_IG",
                "COMP_NODE_a_FWD 1 us <- a_BWD_WG",
                "COMP_NODE_b_FWD 4 us <- a_FWD b_ALLREDUCE",
            ],
            lines.Take(8));
    }

    [Fact]
    public void Write_Transformer_HoldsUpForTheModelsCollectives()
    {
        var lines = Convert(
            """
            HYBRID_TRANSFORMER model_parallel_NPU_group: 2
            2
            a -1 1 ALLGATHER 10 2 ALLREDUCE 20 3 ALLREDUCE 30 1
            b -1 4 NONE 0 5 REDUCESCATTER 50 6 ALLTOALL 60 1
            """,
            npus: 4,
            iterations: 2,
            npu: 3);

        Assert.Equal(
            [
                "COMP_NODE_a_FWD 1 us <- ",
                "COMM_COLL_NODE_a_FWD_ALLGATHER ALL_GATHER 10 group 2 <- a_FWD",
                "COMP_NODE_b_FWD 4 us <- a_FWD_ALLGATHER",
                "COMP_NODE_b_BWD_IG 5 us <- b_FWD",
                "COMM_COLL_NODE_b_BWD_IG_REDUCESCATTER REDUCE_SCATTER 50 group 2 <- b_BWD_IG",
                "COMP_NODE_b_BWD_WG 6 us <- b_BWD_IG_REDUCESCATTER",
                "COMM_COLL_NODE_b_BWD_WG_ALLTOALL ALL_TO_ALL 60 group 4 <- b_BWD_WG",
                "COMP_NODE_a_BWD_IG 2 us <- b_BWD_WG",
                "COMM_COLL_NODE_a_BWD_IG_ALLREDUCE ALL_REDUCE 20 group 2 <- a_BWD_IG",
                "COMP_NODE_a_BWD_WG 3 us <- a_BWD_IG_ALLREDUCE",
                "COMM_COLL_NODE_a_BWD_WG_ALLREDUCE ALL_REDUCE 30 group 4 <- a_BWD_WG",
                "COMP_NODE_a_FWD 1 us <- a_BWD_WG_ALLREDUCE",
                "COMM_COLL_NODE_a_FWD_ALLGATHER ALL_GATHER 10 group 2 <- a_FWD",
                "COMP_NODE_b_FWD 4 us <- b_BWD_WG_ALLTOALL a_FWD_ALLGATHER",
            ],
            lines.Take(14));
    }

    [Theory]
    [InlineData(1, 4, "a_BWD_WG_ALLREDUCE ")]
    [InlineData(2, 4, "a_FWD_ALLREDUCE group, a_BWD_WG_ALLREDUCE group, ")]
    [InlineData(4, 4, "a_FWD_ALLREDUCE ")]
    [InlineData(1, 1, "")]
    public void Write_Transformer_LeavesGroupsOfOneAndOfAllOut(int block, int npus, string expected)
    {
        var lines = Convert($"HYBRID_TRANSFORMER model_parallel_NPU_group: {block}\n1\na -1 1 ALLREDUCE 8 1 NONE 0 1 ALLREDUCE 8 1", npus);

        var collectives = lines.Where(line => line.StartsWith("COMM", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[0]["COMM_COLL_NODE_".Length..] + (line.Contains("group", StringComparison.Ordinal) ? " group, " : " "));
        Assert.Equal(expected, string.Concat(collectives));
    }

    [Theory]
    [InlineData(2, 6, "1: 0 1; 2: 2 3; 3: 4 5; 4: 0 2 4; 5: 1 3 5")]
    [InlineData(3, 6, "1: 0 1 2; 2: 3 4 5; 3: 0 3; 4: 1 4; 5: 2 5")]
    [InlineData(6, 6, "")]
    [InlineData(1, 6, "")]
    public void Groups_OfATransformer_AreBlocksThenPlaces(int block, int npus, string expected)
    {
        var text = TextWorkload.Parse($"HYBRID_TRANSFORMER model_parallel_NPU_group: {block}\n1\na -1 1 NONE 0 1 NONE 0 1 NONE 0 1", "text");

        var groups = new TextConversion(text, npus, 1).Groups;

        Assert.Equal(expected, string.Join("; ", groups.Select(group => $"{group.Name}: {string.Join(' ', group.Ranks)}")));
    }

    [Fact]
    public void Write_ForwardInBackward_ComputesFromTheNearestCheckpointOn()
    {
        var lines = Convert(
            """
            HYBRID_TRANSFORMER_FWD_IN_BCKWD model_parallel_NPU_group: 2 checkpoints: 2 0 2 checkpoint_initiates: 2 1 4
            5
            a -1 1 NONE 0 1 NONE 0 1 NONE 0 1
            b -1 1 NONE 0 1 NONE 0 1 NONE 0 1
            c -1 1 ALLREDUCE 8 1 NONE 0 1 NONE 0 1
            d -1 1 NONE 0 1 NONE 0 1 NONE 0 1
            e -1 1 NONE 0 1 NONE 0 1 NONE 0 1
            """,
            npus: 2);

        Assert.Equal(
            [
                "COMP_NODE_c_FWD_IN_BWD 1 us <- e_FWD",
                "COMM_COLL_NODE_c_FWD_IN_BWD_ALLREDUCE ALL_REDUCE 8 <- c_FWD_IN_BWD",
                "COMP_NODE_d_FWD_IN_BWD 1 us <- c_FWD_IN_BWD_ALLREDUCE",
                "COMP_NODE_a_FWD_IN_BWD 1 us <- c_BWD_WG",
            ],
            lines.Where(line => line.Contains("FWD_IN_BWD", StringComparison.Ordinal) && !line.Contains("BWD_IG", StringComparison.Ordinal)).Select(line => line.Replace("b_BWD_WG", "", StringComparison.Ordinal)));
        Assert.Contains("COMP_NODE_e_BWD_IG 1 us <- d_FWD_IN_BWD", lines);
        Assert.Contains("COMP_NODE_b_BWD_IG 1 us <- a_FWD_IN_BWD", lines);
    }

    [Fact]
    public void Write_Customized_GivesEveryLayerItsDimensions()
    {
        var lines = Convert(
            """
            HYBRID_CUSTOMIZED
            4
            a -1 1 ALLREDUCE 1 1 ALLREDUCE 2 1 ALLREDUCE 3 1 DATA
            b -1 1 ALLREDUCE 1 1 ALLREDUCE 2 1 ALLREDUCE 3 1 MODEL
            c -1 1 ALLREDUCE 1 1 ALLREDUCE 2 1 ALLREDUCE 3 1 HYBRID_DATA_MODEL
            d -1 1 ALLREDUCE 1 1 ALLREDUCE 2 1 ALLREDUCE 3 1 HYBRID_MODEL_DATA
            """,
            npus: 8);

        const string First = "dimensions 1000000000";
        const string Others = "dimensions 0111111111";
        Assert.Equal(
            [
                "b ALL_REDUCE 1 <- b_FWD", $"c ALL_REDUCE 1 {First} <- c_FWD", $"d ALL_REDUCE 1 {Others} <- d_FWD",
                $"d ALL_REDUCE 2 {Others} <- d_BWD_IG", $"d ALL_REDUCE 3 {First} <- d_BWD_WG",
                $"c ALL_REDUCE 2 {First} <- c_BWD_IG", $"c ALL_REDUCE 3 {Others} <- c_BWD_WG",
                "b ALL_REDUCE 2 <- b_BWD_IG", "a ALL_REDUCE 3 <- a_BWD_WG",
            ],
            lines.Where(line => line.StartsWith("COMM", StringComparison.Ordinal)).Select(line => line.Replace("COMM_COLL_NODE_", "", StringComparison.Ordinal).Replace("_ALLREDUCE", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Notes_CommunicationWithoutPlace_IsToldOnce()
    {
        var text = TextWorkload.Parse("DATA\n2\na -1 1 ALLGATHER 8 1 NONE 0 1 NONE 0 1\nb -1 1 ALLGATHER 8 1 NONE 0 1 NONE 0 1", "text");

        Assert.Equal(
            ["text:3: DATA has no communication in the forward pass of this line, and in 1 more: it is left out."], new TextConversion(text, 2, 1).Notes);
    }

    [Fact]
    public void Conversion_NpusNoMultipleOfAModel_IsRefused() =>
        Assert.Equal(
            "text: A model takes 4 NPUs (model_parallel_NPU_group), which does not divide 6 NPUs. Give a number of NPUs that is a multiple of it.",
            ProblemsOf.Single(() => new TextConversion(
                TextWorkload.Parse("HYBRID_TRANSFORMER model_parallel_NPU_group: 4\n1\na -1 1 NONE 0 1 NONE 0 1 NONE 0 1", "text"), 6, 1)));

    [Fact]
    public void Conversion_TooManyNodes_IsRefused() =>
        Assert.Equal(
            "text: 10,000,001 iterations of 2 nodes are more than 20,000,000 nodes an NPU. Convert fewer iterations: they are all alike.",
            ProblemsOf.Single(() => new TextConversion(TextWorkload.Parse("DATA\n1\na -1 1 NONE 0 1 NONE 0 1 NONE 0 1", "text"), 6, 10_000_001)));

    private static byte[] BytesOf(TextConversion conversion, int npu)
    {
        using var stream = new MemoryStream();
        conversion.Write(npu, stream);
        return stream.ToArray();
    }

    // A line for each node: name, what it does, and the names that it waits for, in the order of the trace.
    private static string[] Convert(string text, int npus, int iterations = 1, int npu = 0)
    {
        using var stream = new MemoryStream(BytesOf(new TextConversion(TextWorkload.Parse(text, "text"), npus, iterations), npu));
        GlobalMetadata.Parser.ParseDelimitedFrom(stream);
        var nodes = new Dictionary<ulong, Node>();
        while (stream.Position < stream.Length)
        {
            var node = Node.Parser.ParseDelimitedFrom(stream);
            nodes.Add(node.Id, node);
        }

        return [.. nodes.Values.Select(node => $"{node.Name} {WhatOf(node)} <- {string.Join(' ', node.DataDeps.Select(id => ShortName(nodes[id])))}")];
    }

    private static string WhatOf(Node node)
    {
        if (node.Type == NodeType.CompNode)
        {
            return $"{node.DurationMicros} us";
        }

        var attributes = node.Attr.ToDictionary(attribute => attribute.Name, StringComparer.Ordinal);
        var kind = CollectiveNames.InTraces((CollectiveKind)attributes["comm_type"].Int64Val);
        var group = attributes.TryGetValue("pg_name", out var name) ? $" group {name.StringVal}" : "";
        var dimensions = attributes.TryGetValue("involved_dim", out var list) ? " dimensions " + string.Concat(list.BoolList.Values.Select(used => used ? '1' : '0')) : "";
        return $"{kind} {attributes["comm_size"].Int64Val}{group}{dimensions}";
    }

    private static string ShortName(Node node) =>
        node.Name.Replace("COMP_NODE_", "", StringComparison.Ordinal).Replace("COMM_COLL_NODE_", "", StringComparison.Ordinal);
}
