using ClusterSim.Cluster.Experiments.Messages;
using ClusterSim.Cluster.Inputs;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Workload.Set;
using Google.Protobuf;

namespace ClusterSim.Cluster.Experiments;

/// <summary>Offers an experiment to the nodes of a cluster, with all that it reads.</summary>
public static class ExperimentOffer
{
    /// <summary>Offers an experiment. Its traces must stay as they are as long as nodes may ask for them.</summary>
    /// <param name="inputs">What the submitting process offers.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="files">What it, or what is varied in it, reads.</param>
    /// <returns>By what nodes ask for it: <see cref="ExperimentInputs"/>.</returns>
    /// <exception cref="IOException">A trace or a plug-in cannot be read.</exception>
    public static InputId Make(InputSource inputs, EffectiveDocument experiment, ExperimentFiles files)
    {
        var parcel = new ExperimentParcel { Name = experiment.Name, Yaml = experiment.ToYaml() };
        parcel.Traces.AddRange(files.TracePrefixes.Order(StringComparer.Ordinal).Select(prefix => OfferTraces(inputs, prefix)));
        parcel.Plugins.AddRange(files.Plugins.Order(StringComparer.Ordinal).Select(file => OfferPlugin(inputs, file)));
        return inputs.Offer($"The experiment {experiment.Name}", parcel.ToByteArray());
    }

    private static PluginFile OfferPlugin(InputSource inputs, string file)
    {
        var id = inputs.Offer(file);
        return new PluginFile { Path = file, Hash = ByteString.CopyFrom(Convert.FromHexString(id.Hash)), Size = id.Size };
    }

    private static TraceSet OfferTraces(InputSource inputs, string prefix)
    {
        var set = new TraceSet { Prefix = prefix };
        foreach (var (rank, path) in TraceFiles.Of(prefix))
        {
            var id = inputs.Offer(path);
            set.Files.Add(new TraceFile { Rank = rank, Hash = ByteString.CopyFrom(Convert.FromHexString(id.Hash)), Size = id.Size });
        }

        return set;
    }
}
