using ClusterSim.Core.Messages;
using ClusterSim.Engine.Recording;
using ClusterSim.Inspection.Reading;

namespace ClusterSim.Inspection.Paths;

/// <summary>Tells what the time of a message was spent on.</summary>
/// <param name="trace">The trace.</param>
/// <param name="nodes">Its nodes.</param>
internal sealed class StepParts(Trace trace, IEnumerable<NodeSpan> nodes)
{
    private readonly Dictionary<(int Npu, long Node), string> kinds =
        nodes.GroupBy(node => (node.Npu, node.Node)).ToDictionary(group => group.Key, group => group.First().Kind);

    public PathStep Of(MessageRow message) => new(message, [.. PartsOf(message).Where(part => part.Ns > 0)]);

    private IEnumerable<(PathKind Kind, long Ns)> PartsOf(MessageRow message)
    {
        switch (message.Kind)
        {
            case MessageKind.Chunk or MessageKind.Delivered when message.DurationNs > 0:
                var parts = trace.PartsOf(in message);
                return [(PathKind.Queueing, parts.QueueingNs), (PathKind.Serialisation, parts.SerialisationNs), (PathKind.Latency, parts.LatencyNs)];
            case MessageKind.DelaysEnd:
                return [(KindOf(in message), message.DurationNs)];
            default:
                return [(PathKind.Memory, message.DurationNs)];
        }
    }

    private PathKind KindOf(in MessageRow delay) => delay.Delay switch
    {
        DelayKind.Endpoint => PathKind.Endpoint,
        DelayKind.Reduction => PathKind.Reduction,
        DelayKind.Wait => PathKind.CollectiveCompute,
        _ => kinds.GetValueOrDefault((delay.From, delay.Node)) switch
        {
            "memory-load" or "memory-store" => PathKind.Memory,
            "collective" or "send" or "receive" => PathKind.Replayed,
            _ => PathKind.Compute,
        },
    };
}
