using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Graph;
using static ClusterSim.Tests.Workload.TraceMessages;

namespace ClusterSim.Tests.Workload.Chakra;

/// <summary>Reads traces that are called <c>trace</c> in messages, and gives what is wrong with them.</summary>
internal static class TraceMistakes
{
    /// <summary>The only mistake of a trace with one node.</summary>
    public static string MistakeOf(Node node) => MistakeOf(ToBytes(node));

    /// <summary>The only mistake of a trace.</summary>
    public static string MistakeOf(byte[] trace, int npu = 0) => ProblemsOf.Single(() => Read(trace, npu));

    /// <summary>The only mistake of a trace whose node has an attribute about tensors.</summary>
    public static string TensorMistakeOf(AttributeProto attribute) =>
        ProblemsOf.Single(() => Read(ToBytes(Compute(1).With(attribute)), options: new TraceOptions { TrackTensors = true }));

    public static ExecutionGraph Read(byte[] trace, int npu = 0, TraceOptions? options = null) =>
        ChakraReader.Read(new MemoryStream(trace), "trace", npu, options);
}
