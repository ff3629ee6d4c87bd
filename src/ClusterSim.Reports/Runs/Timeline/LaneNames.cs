using ClusterSim.Inspection.Reading;

namespace ClusterSim.Reports.Runs.Timeline;

/// <summary>Which lane a node belongs to, and in which colour it is drawn.</summary>
internal static class LaneNames
{
    /// <summary>The lane of a node; null: it takes no time of its own.</summary>
    public static Lane? LaneOf(NodeSpan node) => LaneOf(node.Kind);

    /// <summary>The lane of nodes of a kind.</summary>
    public static Lane? LaneOf(string kind) => kind switch
    {
        "compute" => Lane.Compute,
        "collective" or "send" or "receive" => Lane.Communication,
        "memory-load" or "memory-store" => Lane.Memory,
        _ => null,
    };

    /// <summary>The token of the colour of nodes of a kind.</summary>
    public static string ToneOf(string kind) => LaneOf(kind) switch
    {
        Lane.Compute => "--compute",
        Lane.Communication => "--communication",
        Lane.Memory => "--memory",
        _ => "--idle",
    };
}
