using Akka.Actor;
using ClusterSim.Cluster.Services;

namespace ClusterSim.Tests.Cluster.Membership;

/// <summary>A service that hands its node's context to the test, and remembers what its node tells it.</summary>
internal sealed class ProbeService : INodeService
{
    private readonly TaskCompletionSource<NodeContext> context = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => "probe";

    public string Role => "worker";

    /// <summary>The node's context, once the service runs.</summary>
    public Task<NodeContext> Context => context.Task;

    /// <summary>Whether it was asked to hand back its work.</summary>
    public bool HasHandedBack { get; private set; }

    public Props CreateProps(NodeContext node)
    {
        context.TrySetResult(node);
        return Props.Create(() => new Worker(this));
    }

    private sealed class Worker(ProbeService service) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case DescribeWork:
                    Sender.Tell(new WorkDescription("counts sheep"));
                    break;
                case HandBackWork:
                    service.HasHandedBack = true;
                    Sender.Tell(WorkHandedBack.Instance);
                    break;
            }
        }
    }
}
