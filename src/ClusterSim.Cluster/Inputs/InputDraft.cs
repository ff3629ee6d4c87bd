using System.Security.Cryptography;

namespace ClusterSim.Cluster.Inputs;

/// <summary>An input while it is written. Takes pieces in order only, so what is missing is always the rest.</summary>
internal sealed class InputDraft : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly FileStream stream;

    public InputDraft(InputId id, string path)
    {
        Id = id;
        Path = path;

        // Without a buffer: what a full disk does not take shows at once, and not again when the file is closed.
        stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
    }

    public InputId Id { get; }

    public string Path { get; }

    /// <summary>How many bytes are there.</summary>
    public long Written { get; private set; }

    public bool IsComplete => Written == Id.Size;

    /// <summary>Adds a piece, if it is the next one and ends where the input ends at the latest.</summary>
    /// <returns>Whether it is.</returns>
    public bool TryAdd(long offset, ReadOnlySpan<byte> content)
    {
        if (offset != Written || content.IsEmpty || content.Length > Id.Size - Written)
        {
            return false;
        }

        stream.Write(content);
        hash.AppendData(content);
        Written += content.Length;
        return true;
    }

    /// <summary>Brings it to the disk.</summary>
    /// <returns>Whether it is what it is to be.</returns>
    public bool Finish()
    {
        var isWhole = IsComplete && Convert.ToHexStringLower(hash.GetCurrentHash()) == Id.Hash;
        if (isWhole)
        {
            // Otherwise the name may outlive a crash of the machine, and the content not.
            stream.Flush(flushToDisk: true);
        }

        Dispose();
        return isWhole;
    }

    public void Dispose()
    {
        stream.Dispose();
        hash.Dispose();
    }
}
