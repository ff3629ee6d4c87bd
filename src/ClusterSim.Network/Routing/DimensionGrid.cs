using System.Globalization;
using ClusterSim.Network.Options;

namespace ClusterSim.Network.Routing;

/// <summary>
/// How dimensions make one network. Dimension 0 varies fastest in the numbering of NPUs. The NPUs that differ in one coordinate only are
/// a group of that dimension, joined by its topology; each group has switches of its own, numbered after the NPUs: dimension by
/// dimension, in each group by group.
/// </summary>
internal sealed class DimensionGrid
{
    private readonly DimensionOptions[] dimensions;
    private readonly int[] strides;

    // The number of the first switch of each dimension, as a device, and of what follows the last one.
    private readonly int[] firstSwitch;
    private readonly int[] switchesOfGroup;

    public DimensionGrid(IReadOnlyList<DimensionOptions> dimensions)
    {
        this.dimensions = [.. dimensions];
        NpuCount = dimensions.Aggregate(1, (count, dimension) => count * dimension.NpuCount);
        strides = new int[dimensions.Count];
        firstSwitch = new int[dimensions.Count + 1];
        switchesOfGroup = new int[dimensions.Count];
        firstSwitch[0] = NpuCount;
        for (int i = 0, stride = 1; i < dimensions.Count; stride *= dimensions[i].NpuCount, i++)
        {
            var size = dimensions[i].NpuCount;
            strides[i] = stride;
            switchesOfGroup[i] = dimensions[i].Topology.SwitchCount(size);
            firstSwitch[i + 1] = firstSwitch[i] + NpuCount / size * switchesOfGroup[i];
        }
    }

    public int NpuCount { get; }

    /// <summary>NPUs and switches.</summary>
    public int DeviceCount => firstSwitch[^1];

    public IReadOnlyList<DimensionOptions> Dimensions => dimensions;

    /// <summary>The links that leave all NPUs.</summary>
    public double LinksOfNpus => dimensions.Sum(dimension => (double)NpuCount * dimension.Topology.LinksFrom(0, dimension.NpuCount).Count);

    /// <summary>The links that leave all switches.</summary>
    public double PortCount => dimensions.Sum(dimension => (double)NpuCount / dimension.NpuCount * Enumerable.Range(dimension.NpuCount, dimension.Topology.SwitchCount(dimension.NpuCount))
        .Sum(local => (double)dimension.Topology.LinksFrom(local, dimension.NpuCount).Count));

    /// <summary>A number in a name.</summary>
    public static string NumberOf(int device) => device.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the names of the links begin with that leave a device.</summary>
    public string NameOf(int device) => device < NpuCount ? $"link/{NumberOf(device)}" : $"switch/{NumberOf(device - NpuCount)}";

    /// <summary>The place of an NPU in a dimension.</summary>
    public int CoordinateOf(int npu, int dimension) => npu / strides[dimension] % dimensions[dimension].NpuCount;

    /// <summary>The dimension that a switch belongs to.</summary>
    public int DimensionOf(int switchDevice)
    {
        var dimension = 0;
        while (switchDevice >= firstSwitch[dimension + 1])
        {
            dimension++;
        }

        return dimension;
    }

    /// <summary>The number of a switch within its group as its topology numbers devices: after the NPUs.</summary>
    public int LocalOf(int switchDevice, int dimension) =>
        dimensions[dimension].NpuCount + (switchDevice - firstSwitch[dimension]) % switchesOfGroup[dimension];

    /// <summary>The links that leave a device, by slot: an NPU's dimension by dimension.</summary>
    public IEnumerable<(int To, int Dimension)> LinksFrom(int device)
    {
        if (device < NpuCount)
        {
            return Enumerable.Range(0, dimensions.Length).SelectMany(dimension =>
                LinksFrom(dimension, GroupOf(device, dimension), CoordinateOf(device, dimension)));
        }

        var own = DimensionOf(device);
        return LinksFrom(own, (device - firstSwitch[own]) / switchesOfGroup[own], LocalOf(device, own));
    }

    private IEnumerable<(int To, int Dimension)> LinksFrom(int dimension, int group, int local) =>
        dimensions[dimension].Topology.LinksFrom(local, dimensions[dimension].NpuCount).Select(other => (DeviceOf(dimension, group, other), dimension));

    // Groups are numbered by their first NPUs.
    private int GroupOf(int npu, int dimension)
    {
        var stride = strides[dimension];
        return npu / (stride * dimensions[dimension].NpuCount) * stride + npu % stride;
    }

    private int DeviceOf(int dimension, int group, int local)
    {
        var (stride, size) = (strides[dimension], dimensions[dimension].NpuCount);
        return local < size
            ? group / stride * stride * size + group % stride + local * stride
            : firstSwitch[dimension] + group * switchesOfGroup[dimension] + local - size;
    }
}
