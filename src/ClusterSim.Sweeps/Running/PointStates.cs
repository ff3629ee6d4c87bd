using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Planning;

namespace ClusterSim.Sweeps.Running;

/// <summary>How far the points of a plan are, as a folder knows it.</summary>
internal static class PointStates
{
    // A point that means the same as one before it is not run; both rows show that one's result.
    public static PointState[] Of(PointIds ids, PointJournal journal, bool retryFailed)
    {
        var states = new PointState[ids.Count];
        for (var point = 0; point < states.Length; point++)
        {
            var run = ids.Run(point);
            states[point] = !ids.IsFirst(point) ? PointState.Done
                : !journal.Contains(run) ? PointState.Open
                : !journal.HasFailed(run) ? PointState.Done
                : retryFailed ? PointState.Open
                : PointState.Failed;
        }

        return states;
    }
}
