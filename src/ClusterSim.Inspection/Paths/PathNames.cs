namespace ClusterSim.Inspection.Paths;

/// <summary>What the kinds of time on a critical path are called.</summary>
public static class PathNames
{
    public static string Of(PathKind kind) => kind switch
    {
        PathKind.CollectiveCompute => "compute in a collective",
        PathKind.Replayed => "replayed communication",
        PathKind.Endpoint => "endpoint delay",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
