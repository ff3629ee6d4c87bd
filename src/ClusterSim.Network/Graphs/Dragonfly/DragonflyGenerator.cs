using ClusterSim.Network.Options;

namespace ClusterSim.Network.Graphs.Dragonfly;

/// <summary>
/// The dragonfly of J. Kim, W. J. Dally, S. Scott and D. Abts, "Technology-Driven, Highly-Scalable Dragonfly Topology" (ISCA 2008): p NPUs a router, a
/// routers a group, of which every two are joined, and h global links a router. There are a*h + 1 groups unless fewer are asked for; every two
/// groups are joined by one global link, which is outer. Port j of the a*h global ports of group i, those of router 0 first, leads to group j, or j + 1 from
/// j = i on: the consecutive arrangement of E. Hastings et al., "Comparing Global Link Arrangements for Dragonfly Networks" (CLUSTER 2015).
/// </summary>
internal sealed class DragonflyGenerator : IGraphGenerator
{
    public string Name => "dragonfly";

    public IReadOnlyList<string> Required => [GraphKeys.NpusPerRouter, GraphKeys.RoutersPerGroup, GraphKeys.GlobalLinksPerRouter];

    public IReadOnlyList<string> Optional => [GraphKeys.Groups];

    public bool HasOuterLinks => true;

    public string? WhyNot(GraphParameters parameters)
    {
        var most = (long)parameters.Count(GraphKeys.RoutersPerGroup) * parameters.Count(GraphKeys.GlobalLinksPerRouter) + 1;
        return parameters.Counts.TryGetValue(GraphKeys.Groups, out var groups) && groups > most
            ? $"{groups} groups cannot all be joined: with these {GraphKeys.RoutersPerGroup} and {GraphKeys.GlobalLinksPerRouter} give {GraphKeys.Groups} up to {most}."
            : null;
    }

    public double DeviceCount(GraphParameters parameters)
    {
        var (p, a, h) = Sizes(parameters);
        return parameters.Count(GraphKeys.Groups) is var groups and > 0 ? (double)groups * a * (p + 1) : ((double)a * h + 1) * a * (p + 1);
    }

    public NetworkGraph Generate(GraphParameters parameters)
    {
        var (p, a, h) = Sizes(parameters);
        var groups = parameters.Count(GraphKeys.Groups, a * h + 1);
        var draft = new GraphDraft(groups * a * p);
        var routers = new int[groups * a];
        for (var router = 0; router < routers.Length; router++)
        {
            routers[router] = draft.AddSwitch("router", router / a, router % a);
            for (var npu = 0; npu < p; npu++)
            {
                draft.Join(router * p + npu, routers[router], parameters.Inner);
            }

            for (var other = router - router % a; other < router; other++)
            {
                draft.Join(routers[other], routers[router], parameters.Inner);
            }
        }

        for (var group = 0; group < groups; group++)
        {
            for (var other = group + 1; other < groups; other++)
            {
                // To a later group leads the port one before its number, to an earlier one that of its number.
                draft.Join(routers[group * a + (other - 1) / h], routers[other * a + group / h], parameters.Outer);
            }
        }

        return draft.Build();
    }

    private static (int P, int A, int H) Sizes(GraphParameters parameters) =>
        (parameters.Count(GraphKeys.NpusPerRouter), parameters.Count(GraphKeys.RoutersPerGroup), parameters.Count(GraphKeys.GlobalLinksPerRouter));
}
