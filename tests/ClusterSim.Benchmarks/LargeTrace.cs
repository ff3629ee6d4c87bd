using ClusterSim.Core.Units;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Benchmarks;

/// <summary>
/// A trace of a million compute nodes and 200 MB, as recorders of real runs write them: long names, several dependencies. A
/// second NPU has nothing to do.
/// </summary>
internal static class LargeTrace
{
    private const int Nodes = 1_000_000;

    // So many characters of name bring a node to about 200 bytes.
    private const int NameLength = 145;

    public static void Write(string folder)
    {
        using var file = File.Create(Path.Combine(folder, "large.0.et"));
        using (var writer = new ChakraWriter(file))
        {
            for (var id = 1UL; id <= Nodes; id++)
            {
                writer.Write(NodeOf(id), DependenciesOf(id), $"aten::operation_{id}".PadRight(NameLength, '_'));
            }
        }

        using var idle = File.Create(Path.Combine(folder, "large.1.et"));
        ChakraWriter.Write(new GraphBuilder("idle").Build(), idle);
    }

    private static TraceNode NodeOf(ulong id) => new()
    {
        Id = id,
        Kind = NodeKind.Compute,
        IsCpuOperation = id % 2 == 0,
        Duration = SimDuration.FromMicroseconds((long)(id % 50) + 1),
        Operations = (long)id * 1000,
        Size = new ByteSize((long)id * 64),
        Group = -1,
        InvolvedDimensions = uint.MaxValue,
    };

    private static ulong[] DependenciesOf(ulong id) => id <= 4 ? [] : [id - 1, id - 4];
}
