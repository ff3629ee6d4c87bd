using ClusterSim.Hosting.Configuration.Building;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Network.Options;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Configuration.Validation;

/// <summary>Checks a document that is only a part of an experiment, as far as it can be checked without the others.</summary>
internal sealed class DocumentCheck(ConfigNode document, ReadContext context)
{
    public void Check(InputKind kind)
    {
        switch (kind)
        {
            case InputKind.Network:
                Network();
                break;
            case InputKind.Graph:
                Graph();
                break;
            case InputKind.System:
                System();
                break;
            case InputKind.RemoteMemory:
                RemoteMemory();
                break;
            case InputKind.LayerTable:
                LayerSettings.TableKind.TryRead(document, context, out _);
                break;
            case InputKind.Node:
                Node();
                break;
            case InputKind.Groups:
                Groups();
                break;
            case InputKind.PerNodeCustom:
                PerNodeCustom();
                break;
            default:
                Unknown();
                break;
        }
    }

    private void Network()
    {
        if (NetworkSettings.Kind.TryRead(document, context, out var values))
        {
            new NetworkBuilder(values, context).Build(NetworkBackend.CongestionAware);
        }
    }

    private void Graph()
    {
        if (GraphSettings.Kind.TryRead(document, context, out var values))
        {
            GraphBuilder.Build(values, context);
        }
    }

    private void System()
    {
        if (SystemSettings.Kind.TryRead(document, context, out var values))
        {
            var noOptions = new SectionValues(ExperimentSettings.Section, new MapNode(values.Place, []));
            new SystemBuilder(values, noOptions, context).Build(dimensionCount: null, isOneCollective: false);
        }
    }

    private void RemoteMemory()
    {
        if (RemoteMemorySettings.Kind.TryRead(document, context, out var values))
        {
            new RemoteMemoryBuilder(values, context).Build(npuCount: null);
        }
    }

    private void Node()
    {
        if (NodeSettings.Kind.TryRead(document, context, out var values))
        {
            new NodeBuilder(values, context).Build();
        }
    }

    private void Groups()
    {
        ExperimentSettings.GroupsKind.TryRead(document, context, out var groups);
        if (groups is not null)
        {
            ProcessGroups.Combine(GroupDefinitions.Of(groups), NetworkSettings.MostNpus, context.Problems);
        }
    }

    // How many ranks run them is not known here: as many as there are traces.
    private void PerNodeCustom()
    {
        SystemSettings.PerNodeKind.TryRead(document, context, out var algorithms);
        if (algorithms is not null)
        {
            foreach (var prefix in PerNodeAlgorithms.ById(algorithms, context).Values)
            {
                var traces = TraceNumbers.CountFrom(0, prefix.Display);
                new CustomAlgorithms(context).Load(prefix, [Math.Max(1, traces)]);
            }
        }
    }

    private void Unknown()
    {
        if (document is not UnreadableNode)
        {
            context.Refuse(
                document.Place.ToString(),
                $"This is no file that is known here: it has none of the keys {InputRecognition.KnownKeys}.",
                "Give an experiment, one of its parts, a sweep, a node, a trace, the prefix of traces, or the folder of a recorded case.");
        }
    }
}
