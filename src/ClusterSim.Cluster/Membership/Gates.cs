using Akka.Actor;
using ClusterSim.Cluster.Wire.Messages;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Membership;

/// <summary>Asks at the gates of nodes, of whatever cluster they are.</summary>
internal static class Gates
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    /// <summary>Asks a node whether it would take a process of a version.</summary>
    /// <returns>Its answer; null: there was none.</returns>
    public static async Task<HelloAnswer?> AskAsync(ActorSystem system, HostPort node, string version, CancellationToken cancellation)
    {
        try
        {
            var gate = system.ActorSelection(new RootActorPath(ClusterSystem.ToAkka(system, node)) / "user" / ActorNames.Gate);
            return await gate.Ask<HelloAnswer>(new Hello { Version = version }, Bound, cancellation);
        }
        catch (AskTimeoutException)
        {
            return null;
        }
    }

    /// <summary>Whether one of some nodes answers a stranger. Those that have given each other up do not hear each other.</summary>
    public static async Task<bool> AnyAnswersStrangerAsync(IReadOnlyList<HostPort> nodes, NodeOptions own, NodeParts parts)
    {
        using var stranger = ClusterSystem.Start(own with { PublicPort = null }, roles: null, port: 0, parts, warn: static _ => { });
        var answers = await Task.WhenAll(nodes.Select(node => AskAsync(stranger, node, parts.Version, CancellationToken.None)));
        return answers.Any(answer => answer is not null);
    }
}
