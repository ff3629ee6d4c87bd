using ClusterSim.Hosting.Configuration.Validation;
using ClusterSim.Tests.Workload;
using ClusterSim.Workload.Chakra;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Validation;

public sealed class InputValidatorTests : IDisposable
{
    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Theory]
    [InlineData("experiment.yaml", InputFolder.Experiment, InputKind.Experiment)]
    [InlineData("anything.txt", InputFolder.Network, InputKind.Network)]
    [InlineData("anything.txt", InputFolder.System, InputKind.System)]
    [InlineData("anything.txt", "memory-type: NO_MEMORY_EXPANSION", InputKind.RemoteMemory)]
    [InlineData("anything.txt", "- { name: a, forward_us: 1, input_gradient_us: 1, weight_gradient_us: 1, all_reduce: 1 "
        + "}", InputKind.LayerTable)]
    [InlineData("anything.txt", "{\"1\": [0, 1], \"2\": [2, 3]}", InputKind.Groups)]
    [InlineData("anything.txt", "{\"$schema\": \"groups.json\", \"1\": [0, 1]}", InputKind.Groups)]
    public void File_OfEachKind_IsRecognisedAndValid(string name, string text, InputKind kind)
    {
        var report = InputValidator.Validate(input.Write(name, text));

        Assert.Equal(kind, report.Kind);
        Assert.Empty(report.Problems);
        Assert.Equal(kind == InputKind.Experiment, report.Experiment is not null);
    }

    [Theory]
    [InlineData("topolgy: [ Ring ]\nlatncy: [ 1 ]\n", InputKind.Network, "Did you mean topology?")]
    [InlineData("backend: x\nnetwork: 5\n", InputKind.Experiment, "workload is missing")]
    [InlineData("local-mem-bw: 1\nmodel-shared-bus: 1\n", InputKind.System, "not simulated")]
    [InlineData("- { name: a }", InputKind.LayerTable, "forward_us is missing")]
    [InlineData("memory-type: MEMORY_POOL", InputKind.RemoteMemory, "remote-mem-latency is missing")]
    [InlineData("{\"1\": [0, 0]}", InputKind.Groups, "more than once")]
    [InlineData("{\"1\": [0, 1], \"2\": all}", InputKind.Groups, "all is no list")]
    [InlineData("1: nowhere", InputKind.PerNodeCustom, "No file nowhere.<rank>.et")]
    [InlineData("1: nowhere\nb: nowhere", InputKind.PerNodeCustom, "b is no id of a node")]
    [InlineData("hello", InputKind.Unknown, "This is no file that is known here")]
    [InlineData("", InputKind.Unknown, "The file is empty.")]
    public void File_WithMistake_IsRecognisedAndNamed(string text, InputKind kind, string problem)
    {
        var report = InputValidator.Validate(input.Write("file", text));

        Assert.Equal(kind, report.Kind);
        Assert.False(report.IsValid);
        Assert.Contains(report.Problems, found => found.ToString().Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Network_OfTwoDimensions_IsValid()
    {
        var report = InputValidator.Validate(
            input.Write("network.yml", "topology: [Ring, Ring]\nnpus_count: [2, 2]\nbandwidth: [1, 1]\nlatency: [1, 1]\n"));

        Assert.True(report.IsValid);
        Assert.Empty(report.Notes);
    }

    [Theory]
    [InlineData("trace.1.et")]
    [InlineData("trace")]
    public void Trace_ByNameOrContent_IsRead(string name)
    {
        File.WriteAllBytes(input.PathOf(name), TraceMessages.ToBytes(TraceMessages.Compute(0)));

        var report = InputValidator.Validate(input.PathOf(name));

        Assert.Equal(InputKind.Trace, report.Kind);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public void Trace_WithMistake_NamesTheNode()
    {
        File.WriteAllBytes(input.PathOf("trace.1.et"), TraceMessages.ToBytes(TraceMessages.Send(3, to: 1)));

        Assert.Contains("sends to itself", Assert.Single(InputValidator.Validate(input.PathOf("trace.1.et")).Problems).What);
    }

    [Fact]
    public void PerNodeCustom_WithItsTraces_IsValid()
    {
        File.WriteAllBytes(input.PathOf("c.0.et"), TraceMessages.ToBytes(TraceMessages.Send(0, to: 1)));
        File.WriteAllBytes(input.PathOf("c.1.et"), TraceMessages.ToBytes(TraceMessages.Receive(0, from: 0)));

        var report = InputValidator.Validate(input.Write("per_node.yml", "7: c\n"));

        Assert.Equal((InputKind.PerNodeCustom, true), (report.Kind, report.IsValid));
    }

    [Fact]
    public void RecordedCase_NamedByItsFile_IsRecognised()
    {
        var report = InputValidator.Validate(input.Write("case.json", "{ \"traces\": [0], \"npus\": [] }"));

        Assert.Equal(InputKind.RecordedCase, report.Kind);
    }

    [Fact]
    public void Experiment_OfMoreTracesThanNpus_IsNoted()
    {
        AddTraces([TraceMessages.Compute(0)], [TraceMessages.Compute(0)], [TraceMessages.Compute(0)], [TraceMessages.Compute(0)]);
        input.Write("experiment.yaml", "workload: { traces: w }\nnetwork: network.yml\nsystem: system.json\n");
        input.Write("network.yml", InputFolder.Network.Replace("4", "2", StringComparison.Ordinal));

        var note = Assert.Single(InputValidator.Validate(input.ExperimentFile).Notes);

        Assert.Equal(
            "experiment.yaml:1 workload.traces: There are traces for 4 NPUs, but the network has 2. Those from w.2.et on are not used.",
            input.Shorten(note));
    }

    [Fact]
    public void Traces_OfPrefix_MustAgreeOnTheirCollectives()
    {
        AddTraces([TraceMessages.Collective(0, size: 8)], [TraceMessages.Collective(0, size: 8)], [TraceMessages.Collective(0, size: 9)]);

        var report = InputValidator.Validate(input.PathOf("w"));

        Assert.Equal(InputKind.Traces, report.Kind);
        Assert.StartsWith("NPUs 0 and 2 disagree on their collectives", Assert.Single(report.Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Experiment_WithGroupThatDisagrees_NamesTheGroup()
    {
        AddTraces(
            [TraceMessages.Collective(0, group: "tp"), TraceMessages.Collective(1, group: "tp")],
            [TraceMessages.Collective(0, group: "tp")]);
        input.Write("experiment.yaml", "workload: { traces: w }\nnetwork: network.yml\nsystem: system.json\ngroups: { tp: [0, 1] }\n");
        input.Write("network.yml", InputFolder.Network.Replace("4", "2", StringComparison.Ordinal));

        var report = InputValidator.Validate(input.ExperimentFile);

        Assert.Contains("in group tp", Assert.Single(report.Problems).What, StringComparison.Ordinal);
        Assert.Null(report.Experiment);
    }

    [Fact]
    public void Traces_WithReceiveThatNobodySends_NameBothNpus()
    {
        AddTraces([TraceMessages.Compute(0)], [TraceMessages.Receive(0, from: 0)]);

        var problem = Assert.Single(InputValidator.Validate(input.PathOf("w")).Problems);

        Assert.StartsWith("NPU 1 receives 8 B", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Experiment_ThatOnlyReplays_NeedNotAgree()
    {
        AddTraces([TraceMessages.Collective(0)], [TraceMessages.Compute(0)]);
        input.Write("experiment.yaml", "workload: { traces: w }\nnetwork: network.yml\nsystem: { local-mem-bw: 1, replay-only: 1 }\n");
        input.Write("network.yml", InputFolder.Network.Replace("4", "2", StringComparison.Ordinal));

        Assert.Empty(InputValidator.Validate(input.ExperimentFile).Problems);
    }

    [Theory]
    [InlineData("nowhere.yaml", "does not exist")]
    [InlineData(".", "is a folder")]
    public void Path_ThatIsNoFile_IsRefused(string name, string problem) =>
        Assert.Contains(problem, Assert.Single(InputValidator.Validate(input.PathOf(name)).Problems).What);

    private void AddTraces(params Node[][] traces)
    {
        for (var npu = 0; npu < traces.Length; npu++)
        {
            File.WriteAllBytes(input.PathOf($"w.{npu}.et"), TraceMessages.ToBytes(traces[npu]));
        }
    }
}
