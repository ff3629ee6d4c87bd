using ClusterSim.Core.Units;

namespace ClusterSim.Workload.Layers;

/// <summary>One layer of a model that is trained in data parallel.</summary>
public sealed record Layer
{
    /// <summary>What it is called in messages and traces.</summary>
    public required string Name { get; init; }

    /// <summary>How long its forward pass takes; not negative.</summary>
    public required SimDuration Forward { get; init; }

    /// <summary>How long the gradient with respect to its input takes; not negative.</summary>
    public required SimDuration InputGradient { get; init; }

    /// <summary>How long the gradient with respect to its weights takes; not negative.</summary>
    public required SimDuration WeightGradient { get; init; }

    /// <summary>The bytes of the all-reduce over its weights' gradient; 0: it has none.</summary>
    public required ByteSize AllReduce { get; init; }
}
