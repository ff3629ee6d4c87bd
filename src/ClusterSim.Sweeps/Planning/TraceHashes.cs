using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace ClusterSim.Sweeps.Planning;

/// <summary>
/// Hashes of the contents of trace files, by their prefix; each prefix is read once. All traces of a prefix count, also those that a
/// smaller network leaves over. Safe to use from several threads.
/// </summary>
internal sealed class TraceHashes
{
    private const string Extension = ".et";
    private const int BufferBytes = 1 << 16;

    private readonly ConcurrentDictionary<string, Lazy<string>> known = new(StringComparer.Ordinal);

    /// <summary>The hash of all that <c>PREFIX.0.et</c> and so on hold; that of nothing where there are none.</summary>
    public string Of(string prefix) => known.GetOrAdd(prefix, static path => new Lazy<string>(() => Hash(path))).Value;

    private static string Hash(string prefix)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        foreach (var (number, path) in Files(prefix))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            BinaryPrimitives.WriteInt64LittleEndian(buffer, number);
            BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(8), file.Length);
            hash.AppendData(buffer.AsSpan(0, 16));
            while (file.Read(buffer) is > 0 and var read)
            {
                hash.AppendData(buffer.AsSpan(0, read));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<(int Number, string Path)> Files(string prefix)
    {
        var folder = Path.GetDirectoryName(prefix);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var start = prefix + ".";
        return Directory.EnumerateFiles(folder)
            .Where(path => path.StartsWith(start, StringComparison.Ordinal) && path.EndsWith(Extension, StringComparison.Ordinal) && path.Length > start.Length + Extension.Length)
            .Select(path => (Number: NumberOf(path[start.Length..^Extension.Length]), path))
            .Where(file => file.Number >= 0)
            .OrderBy(file => file.Number);
    }

    private static int NumberOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
