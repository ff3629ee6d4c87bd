using Akka.Actor;
using ClusterSim.Cluster.Experiments.Messages;
using ClusterSim.Cluster.Inputs;

namespace ClusterSim.Cluster.Experiments;

/// <summary>
/// The plug-ins of an experiment that another process offers. They are cached by their content; links give them the names that they have where
/// it was submitted, since messages name them. Safe to use from several threads.
/// </summary>
/// <param name="offered">What comes with the experiment.</param>
/// <param name="inputs">The inputs of this node.</param>
/// <param name="owner">Who offers them.</param>
internal sealed class LinkedPlugins(IReadOnlyCollection<PluginFile> offered, InputStore inputs, Address owner) : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<InputLease> leases = [];
    private bool isDisposed;

    /// <summary>Brings a plug-in here.</summary>
    /// <param name="path">Its file, as the experiment names it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The file here; stays until this is disposed of.</returns>
    /// <exception cref="InputUnavailableException">It cannot be had, or this node takes none.</exception>
    public async Task<string> BringAsync(string path, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        if (!inputs.TakesPlugins)
        {
            throw new InputUnavailableException($"This node takes no plug-ins, and the experiment has {name}. Set allow-plugins: true in its file, if you trust who submits work.");
        }

        var file = offered.FirstOrDefault(one => one.Path == path) ?? throw new InputUnavailableException($"The plug-in {name} was not offered with the experiment.");
        var id = new InputId(Convert.ToHexStringLower(file.Hash.Span), file.Size);
        var lease = await inputs.GetAsync(id, owner, cancellation);
        Keep(lease);
        try
        {
            return CacheLink.Make(Path.Combine(inputs.LinkFolder, id.Hash), name, lease.Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputUnavailableException($"The plug-in {name} cannot be linked in the cache of this node: {error.Message}");
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            leases.ForEach(lease => lease.Dispose());
            leases.Clear();
        }
    }

    private void Keep(InputLease lease)
    {
        lock (gate)
        {
            if (isDisposed)
            {
                lease.Dispose();
            }
            else
            {
                leases.Add(lease);
            }
        }
    }
}
