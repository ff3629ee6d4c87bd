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
    /// <param name="prefixes">The prefixes of all traces that it, or what is varied in it, names.</param>
    /// <returns>By what nodes ask for it: <see cref="ExperimentInputs"/>.</returns>
    /// <exception cref="IOException">A trace cannot be read.</exception>
    public static InputId Make(InputSource inputs, EffectiveDocument experiment, IEnumerable<string> prefixes)
    {
        var parcel = new ExperimentParcel { Name = experiment.Name, Yaml = experiment.ToYaml() };
        parcel.Traces.AddRange(prefixes.Order(StringComparer.Ordinal).Select(prefix => Offer(inputs, prefix)));
        return inputs.Offer($"The experiment {experiment.Name}", parcel.ToByteArray());
    }

    private static TraceSet Offer(InputSource inputs, string prefix)
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
