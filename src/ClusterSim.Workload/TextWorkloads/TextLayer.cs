namespace ClusterSim.Workload.TextWorkloads;

/// <summary>A layer: one line of a version-1 text workload.</summary>
public sealed record TextLayer
{
    /// <summary>What it is called in traces.</summary>
    public required string Name { get; init; }

    /// <summary>Its line in the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The forward pass.</summary>
    public required LayerPass Forward { get; init; }

    /// <summary>The gradient with respect to its input.</summary>
    public required LayerPass InputGradient { get; init; }

    /// <summary>The gradient with respect to its weights.</summary>
    public required LayerPass WeightGradient { get; init; }

    /// <summary>How the layer is parallel, in a customized workload; null in the others.</summary>
    public TextWorkloadKind? Kind { get; init; }
}
