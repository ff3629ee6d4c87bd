namespace ClusterSim.Workload.TextWorkloads.Schedules;

/// <summary>Makes the nodes of one NPU, training step by training step, in the order of their ids.</summary>
internal abstract class TextSchedule(TextWorkload workload, TextTrace trace)
{
    /// <summary>The layers in the order of the forward pass.</summary>
    protected IReadOnlyList<TextLayer> Layers => workload.Layers;

    /// <summary>Where the nodes go.</summary>
    protected TextTrace Trace => trace;

    /// <summary>
    /// For each layer the node behind which its weights are new: the collective of their gradient, or its computation where there is no
    /// collective. Null before the first training step.
    /// </summary>
    protected ulong?[] WeightsReady { get; } = new ulong?[workload.Layers.Count];

    /// <summary>The schedule of a workload's kind.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="trace">Where the nodes go.</param>
    /// <param name="npu">The NPU that replays them.</param>
    /// <param name="npuCount">How many there are.</param>
    public static TextSchedule Of(TextWorkload workload, TextTrace trace, int npu, int npuCount) => workload.Header.Kind switch
    {
        TextWorkloadKind.Micro => new MicroSchedule(workload, trace),
        TextWorkloadKind.Data => new DataSchedule(workload, trace),
        TextWorkloadKind.HybridDlrm => new DlrmSchedule(workload, trace),
        TextWorkloadKind.HybridTransformer or TextWorkloadKind.HybridTransformerForwardInBackward =>
            new TransformerSchedule(workload, trace, new ModelBlocks(npuCount, workload.Header.ModelParallelNpus), npu),
        _ => new HybridSchedule(workload, trace),
    };

    /// <summary>Adds one training step.</summary>
    public abstract void AddIteration();
}
