using ClusterSim.Core.Messages;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Tracing.Messages;

/// <summary>
/// Tells which way a message is part of: one that a link, a port or a memory sent is part of the same as the one that it passes on.
/// Only NPUs know what their messages belong to, and say so when they send. Asked in the order of a trace, it holds no more than
/// what is under way.
/// </summary>
/// <param name="npuCount">Actors below this number are NPUs.</param>
internal sealed class WayTracker(int npuCount)
{
    private readonly Dictionary<ulong, Way> underWay = [];

    /// <summary>The way of a message.</summary>
    public Way Of(in RecordedMessage message)
    {
        var way = message.Sender < npuCount ? new Way(message.Id, message.Origin) : Continued(in message);
        if (message.Target >= npuCount)
        {
            underWay.Add(message.Id, way);
        }

        return way;
    }

    // The notice to a chunk's sender is sent just before the chunk itself.
    private Way Continued(in RecordedMessage message)
    {
        var found = message.Message.Kind == MessageKind.Delivered
            ? underWay.TryGetValue(message.Cause, out var way)
            : underWay.Remove(message.Cause, out way);
        return found ? way : new Way(message.Id, Origin.Unknown);
    }
}
