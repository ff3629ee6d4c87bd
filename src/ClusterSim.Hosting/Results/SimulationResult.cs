using ClusterSim.Core.Units;

namespace ClusterSim.Hosting.Results;

/// <summary>What a simulation found.</summary>
public sealed record SimulationResult
{
    /// <summary>The experiment's name.</summary>
    public required string Name { get; init; }

    /// <summary><c>congestion-aware</c> or <c>congestion-unaware</c>.</summary>
    public required string Backend { get; init; }

    /// <summary>In ascending order of NPU.</summary>
    public required IReadOnlyList<NpuResult> Npus { get; init; }

    /// <summary>In order of their start, then of issue.</summary>
    public required IReadOnlyList<CollectiveResult> Collectives { get; init; }

    /// <summary>When the last NPU finished.</summary>
    public required SimTime End { get; init; }

    /// <summary>Chunks that NPUs sent each other.</summary>
    public required long Messages { get; init; }

    /// <summary>Links that those chunks crossed.</summary>
    public required long Hops { get; init; }

    /// <summary>Simulated messages that actors handled.</summary>
    public required long Events { get; init; }

    /// <summary>How long the simulation took, without reading its input.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>A hash over every simulated message: equal for every number of partitions, machine and transport.</summary>
    public required ulong Digest { get; init; }

    /// <summary>Into how many partitions the actors were split.</summary>
    public required int Partitions { get; init; }

    /// <summary>What a user should know of the run, such as why it took one partition.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
