using System.Globalization;
using ClusterSim.Core.Collectives;
using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using ClusterSim.Workload.Chakra;

namespace ClusterSim.BrowserTests.Reports;

/// <summary>Traces that get stuck: after a collective, the first two NPUs receive from each other before they send, and all others wait for them in another collective.</summary>
internal static class StuckTraces
{
    /// <summary>Writes a trace for each NPU.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="name">The traces are <c>name.0.et</c> and so on.</param>
    /// <param name="npus">How many.</param>
    public static void Write(TemporaryFolder folder, string name, int npus)
    {
        for (var npu = 0; npu < npus; npu++)
        {
            var graph = new TestGraph();
            var last = graph.Collective(CollectiveKind.AllReduce, 1 << 20, after: graph.Compute(40 + (5 * (npu % 8))));
            if (npu < 2)
            {
                var other = 1 - npu;
                last = graph.Send(other, 4096, 17, graph.Receive(other, 4096, 17, last));
            }

            graph.Collective(CollectiveKind.AllReduce, 1 << 20, after: graph.Compute(30, last));
            using var file = File.Create(folder.Write(string.Create(CultureInfo.InvariantCulture, $"{name}.{npu}.et"), ""));
            ChakraWriter.Write(graph.Build(), file, npu);
        }
    }
}
