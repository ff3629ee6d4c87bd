using System.Globalization;
using ClusterSim.Core.Input;
using ClusterSim.Workload.Layers;
using ClusterSim.Workload.Set;
using ClusterSim.Workload.TextWorkloads.Schedules;
using Google.Protobuf;

namespace ClusterSim.Workload.TextWorkloads;

/// <summary>
/// Turns a version-1 text workload into Chakra traces. The nodes of an NPU are written one by one, so that a trace may be larger than memory.
/// </summary>
public sealed class TextConversion
{
    private const int BufferSize = 1 << 16;

    private readonly TextWorkload workload;
    private readonly int npuCount;
    private readonly int iterations;

    /// <param name="workload">The workload.</param>
    /// <param name="npuCount">How many NPUs it runs on; at least 1.</param>
    /// <param name="iterations">How many training steps follow each other; at least 1.</param>
    /// <exception cref="InvalidInputException">The NPUs cannot be split as the workload asks for, or there would be too many nodes.</exception>
    public TextConversion(TextWorkload workload, int npuCount, int iterations)
    {
        this.workload = workload;
        this.npuCount = npuCount;
        this.iterations = iterations;
        CheckBlocks();
        var trial = new TextTrace();
        TextSchedule.Of(workload, trial, npu: 0, npuCount).AddIteration();
        NodesOfNpu = checked((long)trial.NextId * iterations);
        CheckSize((long)trial.NextId);
        Notes = [.. LeftOut(trial)];
    }

    /// <summary>How many nodes each NPU has.</summary>
    public long NodesOfNpu { get; }

    /// <summary>The process groups that collectives name; none where all of them run on all NPUs.</summary>
    public IReadOnlyList<ProcessGroup> Groups => IsTransformer ? new ModelBlocks(npuCount, workload.Header.ModelParallelNpus).Groups : [];

    /// <summary>What of the text has no place in the traces, though a user might expect it there.</summary>
    public IReadOnlyList<string> Notes { get; }

    private bool IsTransformer => workload.Header.Kind is TextWorkloadKind.HybridTransformer or TextWorkloadKind.HybridTransformerForwardInBackward;

    /// <summary>Writes the trace of an NPU.</summary>
    /// <param name="npu">The NPU, from 0. Ids go on from NPU to NPU, as Chakra's converter gives them.</param>
    /// <param name="stream">Where it goes; stays open.</param>
    /// <param name="cancellation">Ends the writing between two training steps.</param>
    public void Write(int npu, Stream stream, CancellationToken cancellation = default)
    {
        using var output = new CodedOutputStream(stream, BufferSize, leaveOpen: true);
        var trace = new TextTrace(output, workload.Content, (ulong)(npu * NodesOfNpu));
        var schedule = TextSchedule.Of(workload, trace, npu, npuCount);
        for (var i = 0; i < iterations; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            schedule.AddIteration();
        }
    }

    private void CheckBlocks()
    {
        var block = workload.Header.ModelParallelNpus;
        if (IsTransformer && npuCount % block != 0)
        {
            throw new InvalidInputException(
                Printable.Of(workload.Source),
                $"A model takes {block} NPUs (model_parallel_NPU_group), which does not divide {npuCount} NPUs.",
                "Give a number of NPUs that is a multiple of it.");
        }
    }

    private void CheckSize(long nodesOfStep)
    {
        if (NodesOfNpu > LayerTable.MostNodes)
        {
            throw new InvalidInputException(
                Printable.Of(workload.Source),
                string.Create(CultureInfo.InvariantCulture, $"{iterations:N0} iterations of {nodesOfStep:N0} nodes are more than {LayerTable.MostNodes:N0} nodes an NPU."),
                "Convert fewer iterations: they are all alike.");
        }
    }

    private IEnumerable<string> LeftOut(TextTrace trial)
    {
        (string Name, Func<TextLayer, LayerPass> Of)[] passes =
            [("forward pass", layer => layer.Forward), ("input gradient", layer => layer.InputGradient), ("weight gradient", layer => layer.WeightGradient)];
        foreach (var (name, of) in passes)
        {
            var layers = workload.Layers.Where(layer => of(layer).Collective is not null && !trial.HasCommunicated(of(layer))).ToArray();
            if (layers.Length > 0)
            {
                var others = layers.Length > 1 ? $", and in {layers.Length - 1} more" : "";
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Printable.Of(workload.Source)}:{layers[0].Line}: {TextWorkloadKinds.NameOf(workload.Header.Kind)} has no communication in the {name} of this line{others}: it is left out.");
            }
        }
    }
}
