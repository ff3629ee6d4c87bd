using ClusterSim.Core.Collectives;
using ClusterSim.Testing.Simulations;
using ClusterSim.Workload.Chakra;

namespace ClusterSim.Benchmarks;

/// <summary>256 traces: twice a compute of 1 to 300 us, different on every NPU, and an all-to-all of 1 MiB.</summary>
internal static class JitterTraces
{
    private const int Npus = 256;
    private const int Rounds = 2;
    private const long Bytes = 1 << 20;

    public static void Write(string folder)
    {
        for (var npu = 0; npu < Npus; npu++)
        {
            var graph = new TestGraph();
            ulong[] last = [];
            for (var round = 0; round < Rounds; round++)
            {
                var compute = graph.Compute(Microseconds(npu, round), last);
                last = [graph.Collective(CollectiveKind.AllToAll, Bytes, after: compute)];
            }

            using var file = File.Create(Path.Combine(folder, $"jitter.{npu}.et"));
            ChakraWriter.Write(graph.Build(), file);
        }
    }

    // Spread without chance: a multiplicative hash.
    private static long Microseconds(int npu, int round) => 1 + (npu * Rounds + round) * 2654435761L % 300;
}
