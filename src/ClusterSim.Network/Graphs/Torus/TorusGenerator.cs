using ClusterSim.Network.Options;

namespace ClusterSim.Network.Graphs.Torus;

/// <summary>
/// The torus, or k-ary n-cube, of W. J. Dally and C. L. Seitz, "The Torus Routing Chip" (1986), with any size in each dimension: an NPU is joined to
/// the next and the previous one in each, round to the first. In a dimension of two they are the same. Dimension 0 varies fastest. A torus of
/// <c>topology: [Ring, Ring]</c> is the same with one way for each pair; here all shortest ways may be taken.
/// </summary>
internal sealed class TorusGenerator : IGraphGenerator
{
    public string Name => "torus";

    public IReadOnlyList<string> Required => [GraphKeys.Sizes];

    public IReadOnlyList<string> Optional => [];

    public bool HasOuterLinks => false;

    public string? WhyNot(GraphParameters parameters) => null;

    public double DeviceCount(GraphParameters parameters) => parameters.Sizes.Aggregate(1.0, (count, size) => count * size);

    public NetworkGraph Generate(GraphParameters parameters)
    {
        var npus = parameters.Sizes.Aggregate(1, (count, size) => count * size);
        var draft = new GraphDraft(npus);
        var stride = 1;
        foreach (var size in parameters.Sizes)
        {
            for (var npu = 0; npu < npus; npu++)
            {
                var place = npu / stride % size;
                if (place + 1 < size || size > 2)
                {
                    draft.Join(npu, npu + ((place + 1) % size - place) * stride, parameters.Inner);
                }
            }

            stride *= size;
        }

        return draft.Build();
    }
}
