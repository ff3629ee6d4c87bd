using ClusterSim.Collectives.Algorithms.Custom;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Reads algorithms that are traces: one file <c>prefix.rank.et</c> for each rank.</summary>
internal sealed class CustomAlgorithms(ReadContext context)
{
    /// <summary>The algorithm of a prefix; null if a trace of it is wrong.</summary>
    /// <param name="prefix">Of its files.</param>
    /// <param name="rankCounts">The numbers of ranks that run it; at least one.</param>
    public ICollectiveAlgorithm? Load(InputPath prefix, IEnumerable<int> rankCounts)
    {
        try
        {
            // A trace may be right for eight ranks and name peers that four do not have: so it is read for each number.
            IReadOnlyList<ExecutionGraph> graphs = [];
            foreach (var count in rankCounts.Distinct().Order())
            {
                graphs = TraceFiles.LoadCustomCollective(prefix.Display, count);
            }

            return new CustomAlgorithm(Path.GetFileName(prefix.FullPath), graphs);
        }
        catch (InvalidInputException error)
        {
            context.RefuseAll(error.Problems);
            return null;
        }
    }
}
