using System.Collections.Concurrent;

namespace ClusterSim.Cluster.Inputs;

/// <summary>The files that a submitting process offers to the nodes of a cluster, by their content.</summary>
public sealed class InputSource
{
    /// <summary>How much of an input travels in one message. Larger ones are slower, and end above the limit of messages.</summary>
    public const int PieceBytes = 32 << 10;

    private readonly ConcurrentDictionary<string, string> paths = new(StringComparer.Ordinal);

    internal InputSource()
    {
    }

    /// <summary>Offers a file. Nodes that ask for its content get it from now on, and nothing else of this machine.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public InputId Offer(string path)
    {
        var id = InputId.OfFile(path);
        paths[id.Hash] = Path.GetFullPath(path);
        return id;
    }

    /// <summary>The file of a content; null: it is not offered.</summary>
    internal string? PathOf(string hash) => paths.GetValueOrDefault(hash);
}
