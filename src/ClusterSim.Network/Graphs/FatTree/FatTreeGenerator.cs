using ClusterSim.Network.Options;

namespace ClusterSim.Network.Graphs.FatTree;

/// <summary>
/// The k-ary fat tree of M. Al-Fares, A. Loukissas and A. Vahdat, "A Scalable, Commodity Data Center Network Architecture" (SIGCOMM 2008), a folded
/// Clos network after C. E. Leiserson's fat trees (1985), of switches with k ports each: k pods of k/2 edge and k/2 aggregation switches, each edge
/// switch with k/2 NPUs; (k/2)^2 core switches, of which those numbered j*k/2 to (j+1)*k/2 - 1 are joined to aggregation switch j of every pod.
/// </summary>
internal sealed class FatTreeGenerator : IGraphGenerator
{
    public string Name => "fat-tree";

    public IReadOnlyList<string> Required => [GraphKeys.Arity];

    public IReadOnlyList<string> Optional => [];

    public bool HasOuterLinks => false;

    public string? WhyNot(GraphParameters parameters) =>
        parameters.Count(GraphKeys.Arity) % 2 == 0 ? null : $"A fat tree has switches of an even number of ports: give an even number for {GraphKeys.Arity}.";

    public double DeviceCount(GraphParameters parameters)
    {
        var k = (double)parameters.Count(GraphKeys.Arity);
        return k * k * k / 4 + k * k + k * k / 4;
    }

    public NetworkGraph Generate(GraphParameters parameters)
    {
        var k = parameters.Count(GraphKeys.Arity);
        var half = k / 2;
        var draft = new GraphDraft(k * half * half);
        for (var pod = 0; pod < k; pod++)
        {
            var edges = Enumerable.Range(0, half).Select(edge => draft.AddSwitch("edge", pod, edge)).ToArray();
            var aggregations = Enumerable.Range(0, half).Select(aggregation => draft.AddSwitch("agg", pod, aggregation)).ToArray();
            for (var edge = 0; edge < half; edge++)
            {
                for (var port = 0; port < half; port++)
                {
                    draft.Join((pod * half + edge) * half + port, edges[edge], parameters.Inner);
                }

                Array.ForEach(aggregations, aggregation => draft.Join(edges[edge], aggregation, parameters.Inner));
            }
        }

        // Switches are numbered pod by pod: the edges of a pod, then its aggregation switches.
        var firstSwitch = k * half * half;
        for (var number = 0; number < half * half; number++)
        {
            var core = draft.AddSwitch("core", number);
            for (var pod = 0; pod < k; pod++)
            {
                draft.Join(firstSwitch + pod * k + half + number / half, core, parameters.Inner);
            }
        }

        return draft.Build();
    }
}
