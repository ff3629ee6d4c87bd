using Akka.Actor;
using ClusterSim.Cluster.Experiments.Messages;
using ClusterSim.Cluster.Inputs;
using ClusterSim.Hosting.Configuration;
using Google.Protobuf;

namespace ClusterSim.Cluster.Experiments;

/// <summary>
/// An experiment that another process offers, on a node that works on it. Its traces come when they are asked for; those used last
/// stay until it is disposed of. Safe to use from several threads.
/// </summary>
public sealed class ExperimentInputs : IDisposable
{
    private readonly TraceLinks links;
    private readonly LinkedPlugins plugins;
    private readonly Dictionary<string, TraceSet> sets;

    private ExperimentInputs(ExperimentParcel parcel, TraceLinks links, LinkedPlugins plugins)
    {
        this.links = links;
        this.plugins = plugins;
        sets = parcel.Traces.ToDictionary(set => set.Prefix, StringComparer.Ordinal);
        Document = EffectiveDocument.FromYaml(parcel.Name, parcel.Yaml);
    }

    /// <summary>The experiment as it was offered; its traces lie elsewhere.</summary>
    public EffectiveDocument Document { get; }

    /// <summary>Gets an experiment.</summary>
    /// <param name="inputs">The inputs of this node.</param>
    /// <param name="id">What <see cref="ExperimentOffer"/> gave.</param>
    /// <param name="owner">Who offers it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="InputUnavailableException">It cannot be had.</exception>
    public static async Task<ExperimentInputs> GetAsync(InputStore inputs, InputId id, Address owner, CancellationToken cancellation)
    {
        using var lease = await inputs.GetAsync(id, owner, cancellation);
        var parcel = await ReadAsync(lease.Path, cancellation);
        return new(parcel, new TraceLinks(inputs, owner), new LinkedPlugins(parcel.Plugins, inputs, owner));
    }

    /// <summary>Brings the traces and plug-ins that a variant of the experiment names to this node.</summary>
    /// <returns>The same variant with what is here.</returns>
    /// <exception cref="InputUnavailableException">They cannot be had, or the node takes no plug-ins.</exception>
    public async Task<LocalExperiment> BringAsync(EffectiveDocument variant, CancellationToken cancellation)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in variant.Plugins())
        {
            files.Add(file, await plugins.BringAsync(file, cancellation));
        }

        var uses = new Dictionary<string, TraceUse>(StringComparer.Ordinal);
        try
        {
            foreach (var prefix in variant.TracePrefixes())
            {
                uses.Add(prefix, await links.UseAsync(SetOf(prefix), cancellation));
            }

            return new(variant.WithTraces(prefix => uses[prefix].Prefix).WithPlugins(file => files[file]), [.. uses.Values]);
        }
        catch
        {
            foreach (var use in uses.Values)
            {
                use.Dispose();
            }

            throw;
        }
    }

    public void Dispose()
    {
        links.Dispose();
        plugins.Dispose();
    }

    private TraceSet SetOf(string prefix) =>
        sets.TryGetValue(prefix, out var set) ? set : throw new InputUnavailableException($"The traces {prefix} were not offered with the experiment.");

    private static async Task<ExperimentParcel> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return ExperimentParcel.Parser.ParseFrom(await File.ReadAllBytesAsync(path, cancellation));
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or IOException or UnauthorizedAccessException)
        {
            throw new InputUnavailableException($"The experiment cannot be read: {error.Message}");
        }
    }
}
