using ClusterSim.Core.Input;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Configuration.Validation;

/// <summary>
/// Checks that the NPUs of each group run the same collectives. In what order they come to them only shows when they are
/// simulated, but with different ones they would come to a stop.
/// </summary>
internal sealed class CollectiveAgreement
{
    // Where traces of different runs were mixed, everything is wrong; the first mistakes say so.
    private const int Listed = 20;

    private readonly WorkloadSet workload;
    private readonly Dictionary<ExecutionGraph, CollectiveTally> tallies;

    public CollectiveAgreement(WorkloadSet workload)
    {
        this.workload = workload;
        tallies = workload.Graphs.Distinct().ToDictionary(graph => graph, graph => new CollectiveTally(graph));
    }

    /// <summary>Where NPUs disagree.</summary>
    public IEnumerable<Problem> Problems()
    {
        var everyone = Enumerable.Range(0, workload.Graphs.Count).ToArray();
        return Problems(group: null, everyone)
            .Concat(workload.Groups.Values.SelectMany(group => Problems(group.Name, group.Ranks)))
            .Take(Listed);
    }

    // Compares with the first NPU, each graph once, and tells one difference of each.
    private IEnumerable<Problem> Problems(string? group, IReadOnlyList<int> npus)
    {
        var first = Tally(group, npus[0]);
        foreach (var npu in npus.DistinctBy(npu => workload.Graphs[npu]).Skip(1))
        {
            var other = Tally(group, npu);
            var different = first.Keys.Concat(other.Keys).Where(collective => Times(first, collective) != Times(other, collective)).Take(1);
            foreach (var collective in different)
            {
                var what = $"{CollectiveNames.InFiles(collective.Kind)} of {collective.Size}";
                yield return new(
                    group is null ? workload.Name : $"{workload.Name} group {group}",
                    $"NPU {npus[0]} runs {what} {Times(first, collective)} times, NPU {npu} {Times(other, collective)} times.",
                    "All NPUs of a group must run the same collectives.");
            }
        }
    }

    private IReadOnlyDictionary<CollectiveSignature, int> Tally(string? group, int npu) => tallies[workload.Graphs[npu]].Of(group);

    private static int Times(IReadOnlyDictionary<CollectiveSignature, int> tally, CollectiveSignature collective) =>
        tally.GetValueOrDefault(collective);
}
