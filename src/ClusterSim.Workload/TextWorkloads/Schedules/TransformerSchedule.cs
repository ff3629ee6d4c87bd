namespace ClusterSim.Workload.TextWorkloads.Schedules;

/// <summary>
/// Model parallel within blocks of NPUs and data parallel across them. The collectives of the forward pass and of the input gradient hold up
/// all that follows; those of the weight gradients run beside it. Before the backward pass of layers that initiate it, the layers from the
/// nearest checkpoint on run forward once more.
/// </summary>
internal sealed class TransformerSchedule(TextWorkload workload, TextTrace trace, ModelBlocks blocks, int npu) : TextSchedule(workload, trace)
{
    private readonly TextHeader header = workload.Header;
    private readonly CollectiveScope model = blocks.ModelOf(npu);
    private readonly CollectiveScope data = blocks.DataOf(npu);

    public override void AddIteration()
    {
        ulong? last = null;
        for (var i = 0; i < Layers.Count; i++)
        {
            last = Forward(i, "FWD", WeightsReady[i], last);
        }

        foreach (var (i, layer) in Layers.Index().Reverse())
        {
            last = Recompute(i, last);
            var input = Trace.Compute(layer.Name, "BWD_IG", layer.InputGradient, last);
            last = Trace.Collective(layer.Name + "_BWD_IG", layer.InputGradient, model, input) ?? input;
            var weight = Trace.Compute(layer.Name, "BWD_WG", layer.WeightGradient, last);
            WeightsReady[i] = Trace.Collective(layer.Name + "_BWD_WG", layer.WeightGradient, data, weight) ?? weight;
            last = weight;
        }
    }

    private ulong Forward(int place, string phase, params ReadOnlySpan<ulong?> after)
    {
        var layer = Layers[place];
        var forward = Trace.Compute(layer.Name, phase, layer.Forward, after);
        return Trace.Collective($"{layer.Name}_{phase}", layer.Forward, model, forward) ?? forward;
    }

    // The layer that initiates it has its input then, and needs no forward pass of its own.
    private ulong? Recompute(int initiator, ulong? last)
    {
        if (!header.CheckpointInitiators.Contains(initiator))
        {
            return last;
        }

        for (var i = header.Checkpoints.Last(kept => kept <= initiator); i < initiator; i++)
        {
            last = Forward(i, "FWD_IN_BWD", last);
        }

        return last;
    }
}
