using ClusterSim.Workload.TextWorkloads;
using Xunit;

namespace ClusterSim.Tests.Workload.TextWorkloads;

public sealed class TextMistakeTests
{
    private const string Layer = "a -1 1 NONE 0 1 NONE 0 1 NONE 0 1";

    [Fact]
    public void Parse_ManyMistakes_TellsAll()
    {
        var problems = Problems(
            """
            HYBRID_DATAMODEL

            3
            a -1 1 ALLREDUC 8 1 NONE 0 1 NONE -4 1

            b 10 NONE
            """);

        Assert.Equal(
            [
                "text:1: The kind 'HYBRID_DATAMODEL' is unknown. Allowed: MICRO, DATA, MODEL, HYBRID_DATA_MODEL, HYBRID_MODEL_DATA, HYBRID_DLRM, HYBRID_TRANSFORMER, HYBRID_TRANSFORMER_FWD_IN_BCKWD, HYBRID_CUSTOMIZED. Did you mean HYBRID_DATA_MODEL?",
                "text:4 a: The collective of the forward pass (column 4) is 'ALLREDUC', which is unknown. Allowed: NONE, ALLREDUCE, ALLGATHER, REDUCESCATTER, ALLTOALL. Did you mean ALLREDUCE?",
                "text:4 a: The size in bytes of the weight gradient (column 11) is '-4'; allowed: a whole number, from 0 to 9007199254740992.",
                "text:6 b: The line has 3 columns; a layer has 12: name, dependency, compute time in us, collective and bytes of forward pass, input gradient and weight gradient, update time.",
                "text:3: It announces 3 layers, but 2 lines follow. Write 2 here, or give a line for each layer.",
            ],
            problems);
    }

    [Theory]
    [InlineData("", "text: The file is empty. Name the kind of parallelism in its first line: MICRO, ")]
    [InlineData("DATA", "text: The file ends behind its first line. ")]
    [InlineData("DATA\n0\n" + Layer, "text:2: '0' is no number of layers; allowed: a whole number from 1, alone in its line.")]
    [InlineData("DATA 3\n1\n" + Layer, "text:1: Behind DATA stands '3', but nothing may stand there.")]
    [InlineData("DATA\n1\na x 1 NONE 0 1 NONE 0 1 NONE 0 1", "text:3 a: The dependency (column 2) is 'x'; allowed: a whole number, any.")]
    [InlineData("DATA\n1\na -1 1.5 NONE 0 1 NONE 0 1 NONE 0 1", "text:3 a: The compute time of the forward pass (column 3) is '1.5'; allowed: a whole number, from 0 to ")]
    [InlineData("DATA\n1\n" + Layer + " DATA", "text:3 a: The line has 13 columns; a layer has 12: ")]
    [InlineData("HYBRID_CUSTOMIZED\n1\n" + Layer, "text:3 a: The line has 12 columns; a layer has 13: ")]
    [InlineData("HYBRID_CUSTOMIZED\n1\n" + Layer + " MODL", "text:3 a: The kind (column 13) is 'MODL', which is unknown. Allowed: DATA, MODEL, HYBRID_DATA_MODEL, HYBRID_MODEL_DATA. Did you mean MODEL?")]
    [InlineData("HYBRID_DLRM 1\n1\n" + Layer, "text:1: HYBRID_DLRM takes at least 3 layers: embeddings, bottom layers and top layers; 1 follow.")]
    [InlineData("HYBRID_DLRM\n3\n" + Layer + "\n" + Layer + "\n" + Layer, "text:1: Behind HYBRID_DLRM stands ''; it must be the place of the last bottom layer, from 1 to 1, where the first layer is 0.")]
    [InlineData("HYBRID_TRANSFORMER\n1\n" + Layer, "text:1: model_parallel_NPU_group is missing. Write model_parallel_NPU_group: and the number of NPUs that share a model.")]
    [InlineData("HYBRID_TRANSFORMER model_parallel_NPU_group: 0\n1\n" + Layer, "text:1: Behind model_parallel_NPU_group stands '0'; it must be the number of NPUs that share a model, from 1 to 2147483647.")]
    [InlineData("HYBRID_TRANSFORMER model_parallel_NPU_group:\n1\n" + Layer, "text:1: Behind model_parallel_NPU_group the line ends; it must be ")]
    [InlineData("HYBRID_TRANSFORMER model_parallel_NPU_group: 1 ep: 1\n1\n" + Layer, "text:1: The key 'ep' is unknown. Allowed: model_parallel_NPU_group.")]
    [InlineData("HYBRID_TRANSFORMER model_parallel_NPU_group: 1 model_parallel_NPU_group: 1\n1\n" + Layer, "text:1: model_parallel_NPU_group is given twice.")]
    [InlineData(
        "HYBRID_TRANSFORMER_FWD_IN_BCKWD model_parallel_NPU_group: 1 checkpoints: 1 1 checkpoint_initiates: 1 0\n2\n" + Layer + "\n" + Layer,
        "text:1: Layer 0 initiates a recomputation, but no checkpoint is at it or below it. Add a layer from 0 to 0 to checkpoints.")]
    [InlineData(
        "HYBRID_TRANSFORMER_FWD_IN_BCKWD model_parallel_NPU_group: 1 checkpoints: 2 0 checkpoint_initiates: 0\n2\n" + Layer + "\n" + Layer,
        "text:1: Behind checkpoints stands 'checkpoint_initiates:'; it must be the place of a layer, where the first is 0, from 0 to 1.")]
    public void Parse_Mistake_IsTold(string text, string expected) => Assert.StartsWith(expected, Assert.Single(Problems(text)), StringComparison.Ordinal);

    [Fact]
    public void Read_NoText_IsRefused()
    {
        using var traces = new TemporaryTraces();
        var path = traces.Add("a.txt", 0x44, 0xC3, 0x28);

        Assert.Equal("a.txt: The file is no text in UTF-8. Give a version-1 text workload.", traces.Problem(() => TextWorkload.Read(path)));
    }

    private static string[] Problems(string text) => ProblemsOf.All(() => TextWorkload.Parse(text, "text"));
}
