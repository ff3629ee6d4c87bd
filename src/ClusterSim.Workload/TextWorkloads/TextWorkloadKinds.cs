namespace ClusterSim.Workload.TextWorkloads;

/// <summary>What the kinds of version-1 text workloads are called in files.</summary>
internal static class TextWorkloadKinds
{
    private static readonly (string Name, TextWorkloadKind Kind)[] All =
    [
        ("MICRO", TextWorkloadKind.Micro),
        ("DATA", TextWorkloadKind.Data),
        ("MODEL", TextWorkloadKind.Model),
        ("HYBRID_DATA_MODEL", TextWorkloadKind.HybridDataModel),
        ("HYBRID_MODEL_DATA", TextWorkloadKind.HybridModelData),
        ("HYBRID_DLRM", TextWorkloadKind.HybridDlrm),
        ("HYBRID_TRANSFORMER", TextWorkloadKind.HybridTransformer),
        ("HYBRID_TRANSFORMER_FWD_IN_BCKWD", TextWorkloadKind.HybridTransformerForwardInBackward),
        ("HYBRID_CUSTOMIZED", TextWorkloadKind.HybridCustomized),
    ];

    /// <summary>All names, in the order of the documentation.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(known => known.Name)];

    /// <summary>The kinds that a layer of a customized workload may have.</summary>
    public static IReadOnlyList<string> NamesOfLayers { get; } =
    [
        .. new[] { TextWorkloadKind.Data, TextWorkloadKind.Model, TextWorkloadKind.HybridDataModel, TextWorkloadKind.HybridModelData }.Select(NameOf),
    ];

    /// <summary>The name of a kind.</summary>
    public static string NameOf(TextWorkloadKind kind) => All.First(known => known.Kind == kind).Name;

    /// <summary>The kind of a name; null: there is none.</summary>
    public static TextWorkloadKind? Find(string name)
    {
        var place = Array.FindIndex(All, known => known.Name == name);
        return place < 0 ? null : All[place].Kind;
    }
}
