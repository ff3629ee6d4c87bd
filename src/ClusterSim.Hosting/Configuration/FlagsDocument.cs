using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration;

/// <summary>Writes the reference's flags as the experiment that they describe. Messages name the flags.</summary>
internal sealed class FlagsDocument(ReferenceFlags flags, ProblemList problems)
{
    // What the reference's own scripts give for "no file of groups".
    private const string NoGroups = "empty";

    public MapNode Root()
    {
        var entries = new List<MapEntry>();
        Add(entries, ExperimentSettings.Workload, Traces());
        Add(entries, ExperimentSettings.Network, Required("--network-configuration", flags.NetworkConfiguration));
        Add(entries, ExperimentSettings.SystemPart, Required("--system-configuration", flags.SystemConfiguration));
        Add(entries, ExperimentSettings.Memory, Optional("--remote-memory-configuration", flags.RemoteMemoryConfiguration));
        var groups = flags.CommGroupConfiguration == NoGroups ? null : flags.CommGroupConfiguration;
        Add(entries, ExperimentSettings.Groups, Optional("--comm-group-configuration", groups));
        Add(entries, ExperimentSettings.Backend, Optional("--backend", flags.Backend));
        Add(entries, ExperimentSettings.QueuesPerDimension, Optional("--num-queues-per-dim", flags.NumQueuesPerDim));
        Add(entries, ExperimentSettings.InjectionScale, Optional("--injection-scale", flags.InjectionScale));
        Add(entries, ExperimentSettings.ComputeScale, Optional("--compute-scale", flags.ComputeScale));
        Add(entries, ExperimentSettings.CommunicationScale, Optional("--comm-scale", flags.CommScale));
        Add(entries, ExperimentSettings.Rendezvous, Optional("--rendezvous-protocol", flags.RendezvousProtocol));
        return new(PlaceOf("command line"), entries);
    }

    private static void Add(List<MapEntry> entries, Setting setting, ConfigNode? value)
    {
        if (value is not null)
        {
            entries.Add(new(setting.Key, value));
        }
    }

    private static ScalarNode? Optional(string flag, string? value) =>
        value is null ? null : new ScalarNode(PlaceOf(flag), value, isPlain: true);

    private static Place PlaceOf(string name) => Place.Root(DocumentSource.OfCommandLine(name));

    private ConfigNode Traces()
    {
        var prefix = Required("--workload-configuration", flags.WorkloadConfiguration);
        return prefix is UnreadableNode ? prefix : new MapNode(prefix.Place, [new(WorkloadSettings.Traces.Key, prefix)]);
    }

    private ConfigNode Required(string flag, string? value)
    {
        if (value is null)
        {
            problems.Add(flag, "The flag is missing.", "Give it, or the file of an experiment.");
            return new UnreadableNode(PlaceOf(flag));
        }

        return Optional(flag, value)!;
    }
}
