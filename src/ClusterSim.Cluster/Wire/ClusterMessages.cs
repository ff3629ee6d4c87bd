using ClusterSim.Cluster.Inputs;
using ClusterSim.Cluster.Status;
using ClusterSim.Cluster.Wire.Messages;

namespace ClusterSim.Cluster.Wire;

/// <summary>What a cluster itself says. Append only.</summary>
internal static class ClusterMessages
{
    public static IReadOnlyList<ControlType> Control { get; } =
    [
        new("describe-node", typeof(DescribeNode)),
        new("node", typeof(NodeDescription), typeof(string[])),
        new("input-wanted", typeof(PieceWanted)),
        new("input-missing", typeof(InputMissing)),
    ];

    public static IReadOnlyList<DataType> Data { get; } =
    [
        DataType.Of("hello", Hello.Parser),
        DataType.Of("hello-answer", HelloAnswer.Parser),
        DataType.Of("status-request", StatusRequest.Parser),
        DataType.Of("status-reply", StatusReply.Parser),
        DataType.Of("input-piece", InputPiece.Parser),
    ];
}
