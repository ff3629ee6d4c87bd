using ClusterSim.Core.Input;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>
/// Checks that NPUs fit together, as far as that shows without running them. A run finds the same mistakes, later: it gets
/// stuck.
/// </summary>
public static class WorkloadChecks
{
    /// <summary>
    /// What is wrong: NPUs of a group that do not run the same collectives, or not in the same order, and receives without
    /// sends. Empty if all fits. Means nothing for runs in which every node only lasts its duration.
    /// </summary>
    /// <param name="workload">What they execute.</param>
    /// <param name="withBroadcasts">Whether broadcasts are simulated, and do not only last as recorded.</param>
    public static IReadOnlyList<Problem> Find(WorkloadSet workload, bool withBroadcasts = false)
    {
        var collectives = new TraceProblems(workload.Name);
        CollectiveAgreement.Check(workload, withBroadcasts, collectives);
        var messages = new TraceProblems(workload.Name);
        MessageMatching.Check(workload, messages);
        return [.. collectives.Problems, .. messages.Problems];
    }
}
