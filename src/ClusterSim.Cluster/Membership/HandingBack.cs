using Akka;
using Akka.Actor;
using ClusterSim.Cluster.Services;

namespace ClusterSim.Cluster.Membership;

/// <summary>Has the services of a leaving node give back their work.</summary>
internal static class HandingBack
{
    /// <summary>How long the services may take.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    /// <summary>How much longer the node's own shutdown waits.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    /// <summary>Tells all services, and waits for them.</summary>
    /// <param name="services">Their actors by name.</param>
    /// <param name="warn">Told of those that do not answer in time.</param>
    public static async Task<Done> RunAsync(IReadOnlyDictionary<string, IActorRef> services, Action<string> warn)
    {
        await Task.WhenAll(services.Select(service => OneAsync(service.Key, service.Value, warn)));
        return Done.Instance;
    }

    private static async Task OneAsync(string name, IActorRef service, Action<string> warn)
    {
        try
        {
            await service.Ask<WorkHandedBack>(HandBackWork.Instance, Bound);
        }
        catch (AskTimeoutException)
        {
            warn($"The service {name} did not hand back its work: waited {Bound.TotalSeconds:0} s. Whoever submitted it finds out when this node is gone.");
        }
    }
}
