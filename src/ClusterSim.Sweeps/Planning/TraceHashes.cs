using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using ClusterSim.Workload.Set;

namespace ClusterSim.Sweeps.Planning;

/// <summary>
/// Hashes of the contents of trace files, by their prefix; each prefix is read once. All traces of a prefix count, also those that a
/// smaller network leaves over. Safe to use from several threads.
/// </summary>
internal sealed class TraceHashes
{
    private const int BufferBytes = 1 << 16;

    private readonly ConcurrentDictionary<string, Lazy<string>> known = new(StringComparer.Ordinal);

    /// <summary>The hash of all that <c>PREFIX.0.et</c> and so on hold; that of nothing where there are none.</summary>
    public string Of(string prefix) => known.GetOrAdd(prefix, static path => new Lazy<string>(() => Hash(path))).Value;

    /// <summary>The prefixes that were asked for.</summary>
    public IReadOnlyCollection<string> Prefixes => [.. known.Keys];

    private static string Hash(string prefix)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        foreach (var (rank, path) in TraceFiles.Of(prefix))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            BinaryPrimitives.WriteInt64LittleEndian(buffer, rank);
            BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(8), file.Length);
            hash.AppendData(buffer.AsSpan(0, 16));
            while (file.Read(buffer) is > 0 and var read)
            {
                hash.AppendData(buffer.AsSpan(0, read));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
