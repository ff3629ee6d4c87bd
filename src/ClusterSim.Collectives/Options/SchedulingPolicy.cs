namespace ClusterSim.Collectives.Options;

/// <summary>Which collective's streams go first where several wait for a queue.</summary>
public enum SchedulingPolicy
{
    /// <summary>The collective that was issued last.</summary>
    Lifo,

    /// <summary>The collective that was issued first.</summary>
    Fifo,

    /// <summary>The collective with the highest <c>comm_priority</c>.</summary>
    Explicit,
}
