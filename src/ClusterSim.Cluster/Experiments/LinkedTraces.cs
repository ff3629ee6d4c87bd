using System.Buffers.Binary;
using System.Security.Cryptography;
using Akka.Actor;
using ClusterSim.Cluster.Experiments.Messages;
using ClusterSim.Cluster.Inputs;
using ClusterSim.Workload.Set;

namespace ClusterSim.Cluster.Experiments;

/// <summary>
/// The traces of a prefix. They are cached by their content; links in a folder of the set give them the names that they have where
/// the experiment was submitted.
/// </summary>
internal sealed class LinkedTraces
{
    private readonly TraceSet set;
    private readonly Dictionary<string, InputLease> leases = new(StringComparer.Ordinal);

    private LinkedTraces(TraceSet set)
    {
        this.set = set;
    }

    /// <summary>The prefix where the experiment was submitted.</summary>
    public string Prefix => set.Prefix;

    /// <summary>The prefix here, once all are here. Fails with an <see cref="InputUnavailableException"/>.</summary>
    public Task<string> Arrival { get; private set; } = null!;

    /// <summary>How many work with them.</summary>
    public int Users { get; set; }

    /// <summary>Begins to bring the traces of a set.</summary>
    public static LinkedTraces Bring(TraceSet set, InputStore inputs, Address owner, CancellationToken cancellation)
    {
        var traces = new LinkedTraces(set);
        traces.Arrival = Task.Run(() => traces.ArriveAsync(inputs, owner, cancellation), cancellation);
        return traces;
    }

    /// <summary>Lets the cache drop them.</summary>
    public void Release() => _ = Arrival.ContinueWith(_ => ReleaseLeases(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    private async Task<string> ArriveAsync(InputStore inputs, Address owner, CancellationToken cancellation)
    {
        foreach (var file in set.Files)
        {
            var hash = HashOf(file);
            if (!leases.ContainsKey(hash))
            {
                leases.Add(hash, await inputs.GetAsync(new InputId(hash, file.Size), owner, cancellation));
            }
        }

        try
        {
            return Link(inputs.LinkFolder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputUnavailableException($"The traces {Prefix} cannot be linked in the cache of this node: {error.Message}");
        }
    }

    // The folder's name says what is in it, so that graphs which were read from it before are known again.
    private string Link(string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, Id())).FullName;
        var prefix = Path.Combine(folder, Path.GetFileName(Prefix));
        foreach (var file in set.Files)
        {
            CacheLink.Make(folder, Path.GetFileName(TraceFiles.PathOf(prefix, file.Rank)), leases[HashOf(file)].Path);
        }

        return prefix;
    }

    private string Id()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> rank = stackalloc byte[sizeof(int)];
        foreach (var file in set.Files)
        {
            BinaryPrimitives.WriteInt32LittleEndian(rank, file.Rank);
            hash.AppendData(rank);
            hash.AppendData(file.Hash.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void ReleaseLeases()
    {
        foreach (var lease in leases.Values)
        {
            lease.Dispose();
        }
    }

    private static string HashOf(TraceFile file) => Convert.ToHexStringLower(file.Hash.Span);
}
