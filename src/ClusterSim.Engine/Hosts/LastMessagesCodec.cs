using ClusterSim.Engine.Events;
using ClusterSim.Engine.Peers;
using ClusterSim.Engine.Peers.Wire;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Engine.Hosts;

/// <summary>Writes and reads what the NPUs of a host handled last: one frame, since few are asked for.</summary>
internal static class LastMessagesCodec
{
    /// <param name="host">The host's number.</param>
    /// <param name="npus">The NPUs, with what they kept.</param>
    public static LastMessagesFrame Encode(int host, IEnumerable<(int Npu, MessageRing Kept)> npus)
    {
        var frame = new LastMessagesFrame { Host = host, Messages = new MessageColumns() };
        foreach (var (npu, kept) in npus)
        {
            frame.Npus.Add(npu);
            frame.Handled.Add(kept.Count);
            MessageColumnsCodec.Append(kept.Read(npu), frame.Messages);
        }

        return frame;
    }

    /// <summary>The messages of a frame, and how many messages of others each of its NPUs handled.</summary>
    /// <exception cref="InvalidDataException">Its columns do not belong together.</exception>
    public static (IReadOnlyList<ScheduledMessage> Messages, IEnumerable<(int Npu, long Handled)> Npus) Decode(LastMessagesFrame frame)
    {
        var messages = new ScheduledMessage[MessageColumnsCodec.CountOf(frame.Messages)];
        if (frame.Npus.Count != frame.Handled.Count || frame.Npus.Count > LastMessages.MostActors)
        {
            throw new InvalidDataException("The last messages came without the NPUs that they belong to.");
        }

        for (var place = 0; place < messages.Length; place++)
        {
            MessageColumnsCodec.Decode(frame.Messages, place, out messages[place]);
        }

        return (messages, frame.Npus.Zip(frame.Handled));
    }
}
