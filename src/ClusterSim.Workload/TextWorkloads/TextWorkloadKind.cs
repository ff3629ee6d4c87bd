namespace ClusterSim.Workload.TextWorkloads;

/// <summary>How a version-1 text workload is parallel: what its first line names.</summary>
public enum TextWorkloadKind
{
    /// <summary><c>MICRO</c>: collectives alone.</summary>
    Micro,

    /// <summary><c>DATA</c>: weight gradients are reduced, while the backward pass goes on.</summary>
    Data,

    /// <summary><c>MODEL</c>: activations and input gradients are exchanged.</summary>
    Model,

    /// <summary><c>HYBRID_DATA_MODEL</c>: both.</summary>
    HybridDataModel,

    /// <summary><c>HYBRID_MODEL_DATA</c>: both.</summary>
    HybridModelData,

    /// <summary><c>HYBRID_DLRM</c>: data parallel, with an exchange of embeddings beside the bottom layers.</summary>
    HybridDlrm,

    /// <summary><c>HYBRID_TRANSFORMER</c>: model parallel in blocks of NPUs, data parallel across them.</summary>
    HybridTransformer,

    /// <summary><c>HYBRID_TRANSFORMER_FWD_IN_BCKWD</c>: the same, with activations that are computed again.</summary>
    HybridTransformerForwardInBackward,

    /// <summary><c>HYBRID_CUSTOMIZED</c>: every layer says how it is parallel.</summary>
    HybridCustomized,
}
