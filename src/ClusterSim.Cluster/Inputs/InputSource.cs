using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ClusterSim.Cluster.Inputs;

/// <summary>What a submitting process offers to the nodes of a cluster, by its content.</summary>
public sealed class InputSource
{
    /// <summary>How much of an input travels in one message. Larger ones are slower, and end above the limit of messages.</summary>
    public const int PieceBytes = 32 << 10;

    private readonly ConcurrentDictionary<string, OfferedInput> offered = new(StringComparer.Ordinal);

    internal InputSource()
    {
    }

    /// <summary>Offers a file. Nodes that ask for its content get it from now on, and nothing else of this machine.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public InputId Offer(string path)
    {
        var id = InputId.OfFile(path);
        var full = Path.GetFullPath(path);
        offered[id.Hash] = new(full, () => File.OpenRead(full));
        return id;
    }

    /// <summary>Offers what is in no file.</summary>
    /// <param name="name">What it is called where something is wrong with it.</param>
    /// <param name="content">Not to be changed any more.</param>
    public InputId Offer(string name, byte[] content)
    {
        var id = new InputId(Convert.ToHexStringLower(SHA256.HashData(content)), content.Length);
        offered[id.Hash] = new(name, () => new MemoryStream(content, writable: false));
        return id;
    }

    /// <summary>What is offered under a hash; null: nothing.</summary>
    internal OfferedInput? Find(string hash) => offered.GetValueOrDefault(hash);
}
