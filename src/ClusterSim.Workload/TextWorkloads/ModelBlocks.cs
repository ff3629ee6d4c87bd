using System.Globalization;
using ClusterSim.Workload.Set;

namespace ClusterSim.Workload.TextWorkloads;

/// <summary>
/// The process groups of the transformer kinds. NPUs that follow each other in a block share a model; those at the same place of
/// all blocks share data.
/// </summary>
/// <param name="NpuCount">How many NPUs there are; a multiple of the block's.</param>
/// <param name="BlockSize">How many NPUs a block has.</param>
internal sealed record ModelBlocks(int NpuCount, int BlockSize)
{
    private int Blocks => NpuCount / BlockSize;

    /// <summary>The groups that collectives name: blocks from 1, then places in a block. Groups of one NPU and of all are left out.</summary>
    public IReadOnlyList<ProcessGroup> Groups => BlockSize == 1 || Blocks == 1
        ? []
        :
        [
            .. Enumerable.Range(0, Blocks).Select(block => Group(ModelId(block), block * BlockSize, 1, BlockSize)),
            .. Enumerable.Range(0, BlockSize).Select(place => Group(DataId(place), place, BlockSize, Blocks)),
        ];

    /// <summary>Which NPUs share the model of an NPU.</summary>
    public CollectiveScope ModelOf(int npu) => ScopeOf(BlockSize, ModelId(npu / BlockSize));

    /// <summary>Which NPUs share the data of an NPU.</summary>
    public CollectiveScope DataOf(int npu) => ScopeOf(Blocks, DataId(npu % BlockSize));

    private CollectiveScope ScopeOf(int size, int id) =>
        size == 1 ? CollectiveScope.None : size == NpuCount ? CollectiveScope.All : new CollectiveScope { Group = NameOf(id) };

    private static int ModelId(int block) => block + 1;

    private int DataId(int place) => Blocks + 1 + place;

    private static string NameOf(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static ProcessGroup Group(int id, int first, int step, int count) =>
        new(NameOf(id), id, [.. Enumerable.Range(0, count).Select(i => first + (i * step))]);
}
