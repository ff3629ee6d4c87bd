namespace ClusterSim.Reports.Sweeps;

/// <summary>A key that a sweep varies, with the values that it takes.</summary>
internal sealed record SweepAxis
{
    /// <summary>The key: <c>network.npus_count</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What people see: the last part of the key where that tells it from the others.</summary>
    public required string Title { get; init; }

    public required AxisKind Kind { get; init; }

    /// <summary>Whether its values are how many NPUs there are.</summary>
    public required bool IsNpus { get; init; }

    /// <summary>Its values as tables call them: numbers in their order, names in that of the plan.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>What the labels stand for: numbers, or bytes; empty: they are names.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Which of the labels each point has.</summary>
    public required IReadOnlyList<int> Codes { get; init; }

    /// <summary>How many values it takes.</summary>
    public int Count => Labels.Count;

    /// <summary>Whether its values are numbers.</summary>
    public bool IsNumeric => Kind != AxisKind.Text;

    /// <summary>The unit of its numbers, as networks and systems are described; empty: none.</summary>
    public string Unit => Kind != AxisKind.Number ? "" : Key[(Key.LastIndexOf('.') + 1)..] switch
    {
        "bandwidth" or "local-mem-bw" => "GB/s",
        "latency" or "endpoint-delay" => "ns",
        _ => "",
    };

    /// <summary>The title with the unit.</summary>
    public string Heading => IsNpus ? $"{Title} (NPUs)" : Unit.Length > 0 ? $"{Title} ({Unit})" : Title;
}
