using System.Globalization;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Testing;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Graph;

namespace ClusterSim.BrowserTests.Reports;

/// <summary>
/// Traces of a training step that has something of everything: activations that are kept until they are read again, gradients whose
/// collectives are hidden by compute, and an optimiser's state in a memory. NPUs differ by their numbers.
/// </summary>
internal sealed class TrainingTraces
{
    private const int Layers = 12;

    private readonly GraphBuilder builder = new("training", withTensors: true);
    private readonly int npu;
    private ulong count;
    private ulong last;

    private TrainingTraces(int npu)
    {
        this.npu = npu;
        AddForward();
        AddBackward();
    }

    private ulong NextId => count + 1;

    /// <summary>Writes a trace for each NPU.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="name">The traces are <c>name.0.et</c> and so on.</param>
    /// <param name="npus">How many.</param>
    public static void Write(TemporaryFolder folder, string name, int npus)
    {
        for (var index = 0; index < npus; index++)
        {
            var path = folder.Write(string.Create(CultureInfo.InvariantCulture, $"{name}.{index}.et"), "");
            using var file = File.Create(path);
            ChakraWriter.Write(new TrainingTraces(index).builder.Build(), file, index);
        }
    }

    private void AddForward()
    {
        for (var layer = 0; layer < Layers; layer++)
        {
            ulong[] after = layer == 0 ? [] : [last];
            Add($"forward_{layer}", new TraceNode { Id = NextId, Kind = NodeKind.Compute, Duration = Microseconds(20 + (layer % 5) + npu) }, after, writes: layer);
        }
    }

    private void AddBackward()
    {
        for (var layer = Layers - 1; layer >= 0; layer--)
        {
            var backward = Add($"backward_{layer}", new TraceNode { Id = NextId, Kind = NodeKind.Compute, Duration = Microseconds(40 + npu) }, [last], reads: layer);
            var reduced = Add($"gradients_{layer}", Reduction(layer), [backward]);
            Add($"state_{layer}", new TraceNode { Id = NextId, Kind = NodeKind.MemoryStore, Size = new ByteSize(64 << 10) }, [reduced]);
            last = backward;
        }
    }

    private TraceNode Reduction(int layer) => new()
    {
        Id = NextId,
        Kind = NodeKind.Collective,
        Collective = layer % 4 == 0 ? CollectiveKind.AllGather : CollectiveKind.AllReduce,
        Size = new ByteSize((1 + layer) * (128L << 10)),
        Group = builder.GroupIndex(""),
        InvolvedDimensions = uint.MaxValue,
    };

    private static SimDuration Microseconds(long count) => SimDuration.FromMicroseconds(count);

    private ulong Add(string name, TraceNode node, ulong[] after, int? writes = null, int? reads = null)
    {
        count++;
        TensorUse[] UsesOf(int? layer) => layer is { } of
            ? [new TensorUse(builder.TensorIndex($"activations_{of}"), new ByteSize((of + 1 + npu) * (4L << 20)))]
            : [];
        builder.Add(node, after, name, UsesOf(reads), UsesOf(writes));
        last = count;
        return count;
    }
}
