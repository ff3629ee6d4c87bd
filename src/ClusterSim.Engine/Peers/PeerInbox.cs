using ClusterSim.Engine.Events;
using ClusterSim.Engine.Peers.Wire;

namespace ClusterSim.Engine.Peers;

/// <summary>Puts together what a peer on another node sends in parts.</summary>
/// <param name="pool">Lends storage.</param>
/// <param name="actorCount">The actors of the simulation, for checks.</param>
internal sealed class PeerInbox(MessagePool pool, int actorCount)
{
    private MessageList messages;
    private MessageList requests;
    private long window;
    private int part;

    /// <summary>What has come of the current window.</summary>
    public MessageList Messages => messages;

    /// <summary>The requests that have come of it.</summary>
    public MessageList Requests => requests;

    /// <summary>Takes in a part.</summary>
    /// <returns>Whether it was the window's last.</returns>
    /// <exception cref="InvalidDataException">It is not the one that follows, or holds what cannot be.</exception>
    public bool Take(SyncFrame frame)
    {
        if (frame.Window != window || frame.Part != part)
        {
            throw new InvalidDataException(
                $"Part {frame.Part} of window {frame.Window} came from partition {frame.From}, and part {part} of window {window} was "
                + "expected: the connection between the nodes lost a message.");
        }

        part++;
        Append(frame.Messages, ref messages);
        Append(frame.Requests, ref requests);
        return frame.IsLastPart;
    }

    /// <summary>What came of the window has been taken over; the next window's first part is expected.</summary>
    public void Clear()
    {
        messages.ReturnTo(pool);
        requests.ReturnTo(pool);
        window++;
        part = 0;
    }

    private void Append(MessageColumns? columns, ref MessageList list)
    {
        var count = MessageColumnsCodec.CountOf(columns);
        for (var place = 0; place < count; place++)
        {
            ref var scheduled = ref list.Add(pool);
            MessageColumnsCodec.Decode(columns!, place, out scheduled);
            if (scheduled.Target < 0 || scheduled.Target >= actorCount)
            {
                throw new InvalidDataException($"A message came for actor {scheduled.Target}, and there are {actorCount}.");
            }
        }
    }
}
