using ClusterSim.Core.Units;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Network.Options;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Checks a graph that is given link by link, and builds it.</summary>
internal sealed class ListedGraphBuilder(SectionValues graph, ReadContext context)
{
    private readonly Dictionary<string, int> devices = new(StringComparer.Ordinal);

    /// <summary>The graph; null if anything is wrong with it.</summary>
    public NetworkGraph? Build()
    {
        var before = context.Mistakes;
        var npus = graph.Readable(GraphSettings.Npus) ?? [];
        var switches = graph.Readable(GraphSettings.Switches) ?? [];
        Number(npus, GraphSettings.Npus);
        Number(switches, GraphSettings.Switches);
        var links = Links();
        if (graph.IsSound && npus.Count < 2)
        {
            context.Refuse(graph.PlaceOf(GraphSettings.Npus).ToString(), "One NPU has nobody to talk to: give at least 2.");
        }

        if (context.Mistakes == before && graph.IsSound)
        {
            var built = new NetworkGraph(npus, switches, links);
            CheckWays(built);
            return context.Mistakes == before ? built : null;
        }

        return null;
    }

    private void Number(IReadOnlyList<string> names, Setting setting)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (!devices.TryAdd(names[i], devices.Count))
            {
                context.Refuse(graph.PlaceOf(setting, i).ToString(), $"There are several devices {names[i]}: give each a name of its own.");
            }
        }
    }

    private List<GraphLink> Links()
    {
        var links = new List<GraphLink>();
        var known = new Dictionary<(int, int), SectionValues>();
        var ends = new LinkEnds(DeviceNames.Of(devices), context);
        foreach (var link in graph.Readable(GraphSettings.Links) ?? [])
        {
            foreach (var (from, to) in ends.Of(link))
            {
                if (!known.TryAdd((from, to), link))
                {
                    context.Refuse(
                        link.Place.ToString(),
                        $"There is a link from {NameOf(from)} to {NameOf(to)} already, in line {known[(from, to)].Place.Line}.",
                        "Join two devices by one link in each direction; give it the bandwidth of all.");
                }
                else if (link.IsSound)
                {
                    links.Add(new GraphLink(
                        from, to, new LinkTerms(Bandwidth.OfLink(link.Get(LinkSettings.Bandwidth)), link.Get(LinkSettings.Latency))));
                }
            }
        }

        return links;
    }

    // If the first NPU reaches all and all reach it, there is a way for every pair.
    private void CheckWays(NetworkGraph built)
    {
        var from = Reached(built.Links.ToLookup(link => link.From, link => link.To));
        var to = Reached(built.Links.ToLookup(link => link.To, link => link.From));
        var (lonely, pair) = Enumerable.Range(0, built.Npus.Count).Select(npu => (npu, Pair: !from.Contains(npu) ? (0, npu) : (npu, 0)))
            .FirstOrDefault(npu => !from.Contains(npu.npu) || !to.Contains(npu.npu));
        if (lonely > 0)
        {
            var cutOff = Enumerable.Range(0, built.Npus.Count).Count(npu => !from.Contains(npu) || !to.Contains(npu));
            context.Refuse(
                graph.PlaceOf(GraphSettings.Links).ToString(),
                $"No way leads from {built.NameOf(pair.Item1)} to {built.NameOf(pair.Item2)}"
                + (cutOff > 1 ? $", nor between it and {cutOff - 1} other NPUs." : "."),
                "Give links by which every NPU reaches every other.");
        }
    }

    private static HashSet<int> Reached(ILookup<int, int> next)
    {
        var reached = new HashSet<int> { 0 };
        var open = new Queue<int>([0]);
        while (open.TryDequeue(out var device))
        {
            foreach (var other in next[device].Where(reached.Add))
            {
                open.Enqueue(other);
            }
        }

        return reached;
    }

    private string NameOf(int device) => devices.First(known => known.Value == device).Key;
}
