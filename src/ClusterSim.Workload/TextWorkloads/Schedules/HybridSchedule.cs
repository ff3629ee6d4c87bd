namespace ClusterSim.Workload.TextWorkloads.Schedules;

/// <summary>
/// Model parallel, alone or with data parallel: every forward pass waits for the collective of the layer before; in the backward pass the
/// collective of the input gradient runs beside the weight gradient, and the layer below waits for both.
/// </summary>
internal sealed class HybridSchedule(TextWorkload workload, TextTrace trace) : TextSchedule(workload, trace)
{
    private readonly TextWorkloadKind kind = workload.Header.Kind;

    public override void AddIteration()
    {
        ulong? last = null;
        foreach (var (i, layer) in Layers.Index())
        {
            // In the order in which Chakra's converter lists them.
            var forward = kind == TextWorkloadKind.Model
                ? Trace.Compute(layer.Name, "FWD", layer.Forward, last, WeightsReady[i])
                : Trace.Compute(layer.Name, "FWD", layer.Forward, WeightsReady[i], last);
            last = Trace.Collective(layer.Name, layer.Forward, ModelScope(layer), forward) ?? forward;
        }

        AddBackward(last);
    }

    private void AddBackward(ulong? last)
    {
        ulong? exchanged = null;
        foreach (var (i, layer) in Layers.Index().Reverse())
        {
            var input = Trace.Compute(layer.Name, "BWD_IG", layer.InputGradient, last, exchanged);
            exchanged = i > 0 ? Trace.Collective(InputLabel(layer), layer.InputGradient, ModelScope(layer), input) : null;
            var weight = Trace.Compute(layer.Name, "BWD_WG", layer.WeightGradient, input);
            WeightsReady[i] = Trace.Collective(layer.Name, layer.WeightGradient, DataScope(layer), weight) ?? weight;
            last = weight;
        }
    }

    // Of this kind alone the converter marks the collective of the input gradient.
    private string InputLabel(TextLayer layer) => kind == TextWorkloadKind.HybridDataModel ? layer.Name + "_IG_COMM_" : layer.Name;

    // Chakra's converter lets the collectives of the hybrid kinds run on all NPUs; ASTRA-sim 1.0, in customized workloads, on some dimensions.
    private static CollectiveScope ModelScope(TextLayer layer) => layer.Kind switch
    {
        TextWorkloadKind.Data => CollectiveScope.None,
        TextWorkloadKind.HybridDataModel => CollectiveScope.FirstDimension,
        TextWorkloadKind.HybridModelData => CollectiveScope.OtherDimensions,
        _ => CollectiveScope.All,
    };

    private CollectiveScope DataScope(TextLayer layer) => layer.Kind switch
    {
        TextWorkloadKind.Model => CollectiveScope.None,
        TextWorkloadKind.HybridDataModel => CollectiveScope.OtherDimensions,
        TextWorkloadKind.HybridModelData => CollectiveScope.FirstDimension,
        _ => kind == TextWorkloadKind.Model ? CollectiveScope.None : CollectiveScope.All,
    };
}
