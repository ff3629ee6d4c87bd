using System.Collections.Immutable;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Serialization;
using ClusterSim.Cluster.Logging;
using ClusterSim.Cluster.Security;
using ClusterSim.Cluster.Wire;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Membership;

/// <summary>Makes the actor systems of a cluster: closed to everything that is in no list.</summary>
internal static class ClusterSystem
{
    // A part of every address; the same everywhere, or nobody answers.
    private const string Name = "clustersim";

    /// <param name="node">The process.</param>
    /// <param name="roles">Its roles in the cluster; null: it is no member, and only asks.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="parts">What it may say and do.</param>
    /// <param name="warn">Gets what Akka warns of.</param>
    /// <exception cref="ClusterFailedException">It cannot listen there.</exception>
    public static ActorSystem Start(NodeOptions node, IReadOnlyList<string>? roles, int port, NodeParts parts, Action<string> warn)
    {
        string[] reachable = [ActorNames.Gate, ActorNames.Node, ActorNames.InputSource, .. parts.Services.Select(service => service.Name)];
        var setup = ActorSystemSetup.Create(
            BootstrapSetup.Create().WithConfig(AkkaSettings.Of(node, roles, port, parts.Version, reachable)),
            SerializationSetup.Create(system => Serializers(system, parts.Wire)),
            new WarningSink(warn));
        try
        {
            return ActorSystem.Create(Name, node.Tls is null ? setup : setup.And(TlsSetup.Of(node.Tls)));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            var cause = error.GetBaseException().Message;
            throw new ClusterFailedException(
                $"This process cannot listen on {node.Bind.Host}, port {port}: {cause} Is the address one of this machine, and the port free?", error);
        }
    }

    /// <summary>Where a system is reached.</summary>
    public static HostPort AddressOf(ActorSystem system)
    {
        var address = ((ExtendedActorSystem)system).Provider.DefaultAddress;
        return new(address.Host!, address.Port!.Value);
    }

    /// <summary>Another process, as a system addresses it.</summary>
    public static Address ToAkka(ActorSystem system, HostPort node) =>
        new(((ExtendedActorSystem)system).Provider.DefaultAddress.Protocol, Name, node.Host, node.Port);

    /// <summary>Another process, as people address it.</summary>
    public static HostPort ToPeople(Address address) => new(address.Host!, address.Port!.Value);

    private static ImmutableHashSet<SerializerDetails> Serializers(ExtendedActorSystem system, WireCatalog wire) =>
    [
        SerializerDetails.Create("control", new ControlSerializer(system, wire.Control), [.. wire.Control.Select(type => type.Type)]),
        SerializerDetails.Create("data", new DataSerializer(system, wire.Data), [.. wire.Data.Select(type => type.Type)]),
    ];
}
