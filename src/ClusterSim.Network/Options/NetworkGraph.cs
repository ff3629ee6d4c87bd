namespace ClusterSim.Network.Options;

/// <summary>Named devices and the links between them, of which no two join the same devices in the same direction.</summary>
/// <param name="Npus">The names of the NPUs, by number.</param>
/// <param name="Switches">The names of the switches. As devices they are numbered after the NPUs.</param>
/// <param name="Links">In the order in which equal ways are numbered.</param>
public sealed record NetworkGraph(IReadOnlyList<string> Npus, IReadOnlyList<string> Switches, IReadOnlyList<GraphLink> Links)
{
    /// <summary>NPUs and switches.</summary>
    public int DeviceCount => Npus.Count + Switches.Count;

    /// <summary>The name of a device by its number.</summary>
    public string NameOf(int device) => device < Npus.Count ? Npus[device] : Switches[device - Npus.Count];
}
