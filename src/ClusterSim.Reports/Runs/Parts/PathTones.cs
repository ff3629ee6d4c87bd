using ClusterSim.Inspection.Paths;

namespace ClusterSim.Reports.Runs.Parts;

/// <summary>The tokens of the colours in which what a critical path was spent on is drawn.</summary>
internal static class PathTones
{
    public static string Of(PathKind kind) => kind switch
    {
        PathKind.Compute => "--compute",
        PathKind.Memory => "--memory",
        PathKind.Replayed => "--replayed",
        PathKind.Endpoint => "--endpoint",
        PathKind.Reduction => "--reduction",
        PathKind.CollectiveCompute => "--collective-compute",
        PathKind.Queueing => "--queueing",
        PathKind.Serialisation => "--serialisation",
        _ => "--latency",
    };
}
