using System.Globalization;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>
/// Keeps the traces that were read last, for experiments that name the same ones: most points of a sweep do. Graphs are immutable,
/// so simulations that run at the same time may share them. Safe to use from several threads.
/// </summary>
internal sealed class TraceCache
{
    // Traces can be large; those of points that follow each other are what counts.
    private const int MostKept = 2;

    private readonly Lock gate = new();
    private readonly List<(string Key, Lazy<WorkloadSet> Traces)> kept = [];

    /// <summary>What determines the outcome of reading traces.</summary>
    public static string KeyOf(InputPath prefix, int npuCount, IReadOnlyList<long> replay, TraceOptions options, GroupDefinition[] groups)
    {
        var definitions = groups.Select(group => $"{group.Name}={string.Join(' ', group.Ranks)}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix.FullPath}\n{npuCount}\n{string.Join(' ', replay)}\n{options}\n{string.Join('\n', definitions)}");
    }

    /// <summary>The traces of a key; reads them where they are not kept. Who asks while another reads them waits for him.</summary>
    public WorkloadSet Get(string key, Func<WorkloadSet> load)
    {
        Lazy<WorkloadSet> traces;
        lock (gate)
        {
            var index = kept.FindIndex(one => one.Key == key);
            traces = index < 0 ? new Lazy<WorkloadSet>(load) : kept[index].Traces;
            if (index >= 0)
            {
                kept.RemoveAt(index);
            }

            kept.Insert(0, (key, traces));
            if (kept.Count > MostKept)
            {
                kept.RemoveAt(MostKept);
            }
        }

        return traces.Value;
    }
}
