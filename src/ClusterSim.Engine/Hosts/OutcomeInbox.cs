using ClusterSim.Engine.Peers.Wire;

namespace ClusterSim.Engine.Hosts;

/// <summary>Puts together the outcome of a host that comes in parts.</summary>
internal sealed class OutcomeInbox
{
    private readonly List<byte> content = [];
    private int part;

    /// <summary>All that has come.</summary>
    public byte[] Content => [.. content];

    /// <summary>Takes in a part.</summary>
    /// <returns>Whether it was the last.</returns>
    /// <exception cref="InvalidDataException">It is not the one that follows.</exception>
    public bool Take(OutcomeFrame frame)
    {
        if (frame.Part != part)
        {
            throw new InvalidDataException($"Part {frame.Part} of the outcome came, and part {part} was expected: the connection lost a message.");
        }

        part++;
        content.AddRange(frame.Content.Span);
        return frame.IsLastPart;
    }
}
