using Akka.Actor;
using ClusterSim.Engine.Events;
using ClusterSim.Engine.Partitions;
using ClusterSim.Engine.Peers.Wire;

namespace ClusterSim.Engine.Peers;

/// <summary>
/// A peer on another node. Akka writes a message to the wire some time after it was told, so all is copied at once; frames stay
/// small, because Akka refuses large ones and sends small ones faster.
/// </summary>
/// <param name="index">The peer's number.</param>
/// <param name="own">This partition's number.</param>
/// <param name="actor">The peer's actor.</param>
internal sealed class RemotePeer(int index, int own, IActorRef actor) : IPeer
{
    /// <summary>The messages of a frame; each takes 20 to 40 bytes.</summary>
    public const int MessagesAFrame = 1024;

    public void Sync(long window, long next, bool isLast, Border border)
    {
        var frame = new SyncFrame { From = own, Window = window };
        for (var block = border.BatchFor(index).Blocks; block is not null; block = block.Next)
        {
            frame = Append(frame, block.Messages, isRequest: false);
        }

        for (var block = border.Requests.Blocks; block is not null; block = block.Next)
        {
            frame = Append(frame, block.Messages, isRequest: true);
        }

        frame.IsLastPart = true;
        frame.Next = next;
        frame.IsLastWindow = isLast;
        actor.Tell(frame);
    }

    // Blocks hold at most as many messages as a frame.
    private SyncFrame Append(SyncFrame frame, ReadOnlySpan<ScheduledMessage> messages, bool isRequest)
    {
        var columns = isRequest ? frame.Requests : frame.Messages;
        if (CountOf(frame.Messages) + CountOf(frame.Requests) + messages.Length > MessagesAFrame)
        {
            actor.Tell(frame);
            frame = new SyncFrame { From = own, Window = frame.Window, Part = frame.Part + 1 };
            columns = null;
        }

        if (columns is null)
        {
            columns = new MessageColumns { Base = messages[0].Time };
            frame.Messages = isRequest ? frame.Messages : columns;
            frame.Requests = isRequest ? columns : frame.Requests;
        }

        MessageColumnsCodec.Append(messages, columns);
        return frame;
    }

    private static int CountOf(MessageColumns? columns) => columns?.Time.Count ?? 0;
}
