namespace ClusterSim.Engine.Hosts;

/// <summary>
/// Writes what actors found, so that it can go from one node to another. The engine does not know what that is; who made the
/// actors does.
/// </summary>
public interface IReportCodec
{
    /// <summary>The reports of the actors of one host as bytes; called once, when they have come to their end.</summary>
    byte[] Encode(IReadOnlyList<object> reports);

    /// <summary>Reads what another host has written.</summary>
    IReadOnlyList<object> Decode(ReadOnlyMemory<byte> reports);
}
