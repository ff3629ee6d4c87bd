using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ClusterSim.Sweeps.Planning;

/// <summary>Hashes of the contents of plug-ins, by their file; each is read once. Safe to use from several threads.</summary>
internal sealed class PluginHashes
{
    private readonly ConcurrentDictionary<string, Lazy<string>> known = new(StringComparer.Ordinal);

    /// <summary>The hash of what a file holds.</summary>
    public string Of(string file) =>
        known.GetOrAdd(file, static path => new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))))).Value;

    /// <summary>The files that were asked for.</summary>
    public IReadOnlyCollection<string> Files => [.. known.Keys];
}
