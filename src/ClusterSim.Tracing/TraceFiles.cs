namespace ClusterSim.Tracing;

/// <summary>What the files of a trace are called.</summary>
public static class TraceFiles
{
    public const string Messages = "messages.parquet";
    public const string Nodes = "nodes.parquet";
    public const string Links = "links.parquet";
    public const string Actors = "actors.parquet";
    public const string Memory = "memory.parquet";
    public const string Run = "run.json";
    public const string Ends = "ends.json";

    /// <summary>All; <see cref="Memory"/> is there only where the system tracks memory.</summary>
    public static IReadOnlyList<string> All { get; } = [Messages, Nodes, Links, Actors, Memory, Run, Ends];
}
