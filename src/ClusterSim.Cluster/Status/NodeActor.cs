using System.Diagnostics;
using Akka.Actor;
using ClusterSim.Cluster.Services;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Status;

/// <summary>Tells other members how this one is.</summary>
/// <param name="node">The node.</param>
/// <param name="services">Its services' actors by name.</param>
/// <param name="load">How busy the process is.</param>
internal sealed class NodeActor(NodeOptions node, IReadOnlyDictionary<string, IActorRef> services, LoadMeter load) : UntypedActor
{
    private const int LongestWork = 200;

    private static readonly TimeSpan ServiceBound = TimeSpan.FromSeconds(1);

    protected override void OnReceive(object message)
    {
        if (message is DescribeNode)
        {
            _ = DescribeAsync().PipeTo(Sender);
        }
        else
        {
            Unhandled(message);
        }
    }

    private async Task<NodeDescription> DescribeAsync()
    {
        var cpuLoad = load.Read();
        var uptime = (long)Uptime().TotalMilliseconds;
        var memory = Environment.WorkingSet;
        var work = await Task.WhenAll(services.Select(service => WorkAsync(service.Key, service.Value)));
        return new(node.Cores, cpuLoad, memory, node.Limits.Memory?.Bytes ?? 0, uptime, work);
    }

    private static TimeSpan Uptime()
    {
        using var process = Process.GetCurrentProcess();
        return TimeProvider.System.GetUtcNow().UtcDateTime - process.StartTime.ToUniversalTime();
    }

    private static async Task<string> WorkAsync(string name, IActorRef service)
    {
        var text = await AskAsync(service);
        return $"{name}: {(text.Length > LongestWork ? text[..LongestWork] : text)}";
    }

    private static async Task<string> AskAsync(IActorRef service)
    {
        try
        {
            var answer = await service.Ask<WorkDescription>(DescribeWork.Instance, ServiceBound);
            return answer.Text.Length == 0 ? "idle" : answer.Text;
        }
        catch (AskTimeoutException)
        {
            return "too busy to answer";
        }
    }
}
