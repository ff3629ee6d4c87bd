namespace ClusterSim.Cluster.Wire;

/// <summary>
/// Everything that may cross between nodes; whatever else comes is refused and logged. <see cref="Own"/> is what a cluster itself
/// needs; services add theirs. Append only: the place of a control message in the list is its number on the wire, so a test freezes
/// all of it.
/// </summary>
public sealed record WireCatalog
{
    /// <summary>What the cluster itself says.</summary>
    public static WireCatalog Own { get; } = new()
    {
        Control = ClusterMessages.Control,
        Data = ClusterMessages.Data,
    };

    /// <summary>Commands and answers between nodes of one version.</summary>
    public required IReadOnlyList<ControlType> Control { get; init; }

    /// <summary>Data, and what nodes of several versions understand.</summary>
    public required IReadOnlyList<DataType> Data { get; init; }

    /// <summary>The catalogue with more behind it.</summary>
    /// <exception cref="ArgumentException">A code or a type is in it already.</exception>
    public WireCatalog With(IEnumerable<ControlType> control, IEnumerable<DataType> data)
    {
        var more = new WireCatalog { Control = [.. Control, .. control], Data = [.. Data, .. data] };
        RequireOnce(more.Control.Select(type => (object)type.Code), nameof(control));
        RequireOnce(more.Control.Select(type => (object)type.Type), nameof(control));
        RequireOnce(more.Data.Select(type => (object)type.Code), nameof(data));
        RequireOnce(more.Data.Select(type => (object)type.Type), nameof(data));
        return more;
    }

    private static void RequireOnce(IEnumerable<object> keys, string parameter)
    {
        if (keys.GroupBy(key => key).FirstOrDefault(group => group.Count() > 1) is { } repeated)
        {
            throw new ArgumentException($"{repeated.Key} is listed twice.", parameter);
        }
    }
}
