namespace ClusterSim.Workload.TextWorkloads;

/// <summary>What the first line of a version-1 text workload says.</summary>
public sealed record TextHeader(TextWorkloadKind Kind)
{
    /// <summary>The place of the last layer below the exchange of embeddings, from 0; of HYBRID_DLRM.</summary>
    public int LastBottomLayer { get; init; }

    /// <summary>How many NPUs a block has, within which the model is split; of the transformer kinds.</summary>
    public int ModelParallelNpus { get; init; } = 1;

    /// <summary>The places of layers whose inputs are kept, ascending; of HYBRID_TRANSFORMER_FWD_IN_BCKWD.</summary>
    public IReadOnlyList<int> Checkpoints { get; init; } = [];

    /// <summary>The places of layers before whose backward pass activations are computed again; of the same.</summary>
    public IReadOnlyList<int> CheckpointInitiators { get; init; } = [];
}
