using ClusterSim.Core.Messages;
using ClusterSim.Inspection.Reading;

namespace ClusterSim.Inspection.Timelines;

/// <summary>
/// Makes a timeline of a trace: a group of tracks for each NPU, with its nodes by kind, and for each link and port, with the chunks that
/// it sends; flows along the chunks; and how many links send, and how many chunks wait, as counters.
/// </summary>
public sealed class TimelineExport
{
    private readonly Trace trace;
    private readonly ITimelineWriter writer;
    private readonly Dictionary<long, ulong> flows = [];
    private readonly PriorityQueue<(int Sending, int Waiting), long> changes = new();
    private int lastTrack;
    private int sendingTrack;
    private int waitingTrack;
    private (int Sending, int Waiting) now;

    private TimelineExport(Trace trace, ITimelineWriter writer)
    {
        this.trace = trace;
        this.writer = writer;
    }

    /// <summary>Writes the timeline of a trace.</summary>
    public static async Task WriteAsync(Trace trace, ITimelineWriter writer)
    {
        var export = new TimelineExport(trace, writer);
        await export.WriteNodesAsync().ConfigureAwait(false);
        if (trace.Run.Network.IsCongestionAware)
        {
            await export.WriteLinksAsync().ConfigureAwait(false);
        }
    }

    private async Task WriteNodesAsync()
    {
        var nodes = await trace.ReadNodesAsync().ConfigureAwait(false);
        foreach (var npu in nodes.GroupBy(node => node.Npu).OrderBy(npu => npu.Key))
        {
            var group = AddTrack(0, trace.ActorNames[npu.Key]);
            foreach (var kind in npu.GroupBy(node => node.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            {
                var lanes = new Lanes(place => AddTrack(group, place == 0 ? kind.Key : $"{kind.Key} {place + 1}"));
                foreach (var node in kind.OrderBy(node => node.StartNs).ThenBy(node => node.EndNs))
                {
                    writer.AddSlice(lanes.Take(node.StartNs, node.EndNs), node.Name, node.StartNs, node.EndNs);
                }
            }
        }
    }

    private async Task WriteLinksAsync()
    {
        sendingTrack = ++lastTrack;
        writer.AddCounter(sendingTrack, "links sending", "links");
        waitingTrack = ++lastTrack;
        writer.AddCounter(waitingTrack, "chunks waiting", "chunks");
        var groups = new Dictionary<int, int>();
        var tracks = new Dictionary<(int From, string To), int>();
        var table = await trace.OpenMessagesAsync().ConfigureAwait(false);
        await using (table.ConfigureAwait(false))
        {
            for (var group = 0; group < table.Rows.Count; group++)
            {
                var rows = await MessageGroup.ReadAsync(table, group).ConfigureAwait(false);
                for (var row = 0; row < rows.Count; row++)
                {
                    if (rows[row] is { Kind: MessageKind.Chunk } chunk)
                    {
                        Add(chunk, groups, tracks);
                    }
                }
            }
        }

        Count(long.MaxValue);
    }

    private void Add(MessageRow chunk, Dictionary<int, int> groups, Dictionary<(int From, string To), int> tracks)
    {
        Count(chunk.SentNs);
        if (chunk.From < trace.NpuCount)
        {
            flows[chunk.Id] = unchecked((ulong)chunk.Id + 1);
            return;
        }

        var parts = trace.PartsOf(in chunk);
        var start = chunk.SentNs + parts.QueueingNs;
        var end = start + parts.SerialisationNs;
        var device = DeviceOf(trace.ActorNames[chunk.To]);
        if (!tracks.TryGetValue((chunk.From, device), out var track))
        {
            track = AddLinkTrack(chunk.From, device, groups);
            tracks.Add((chunk.From, device), track);
        }

        flows.Remove(chunk.Cause, out var flow);
        writer.AddSlice(track, $"{trace.ActorNames[chunk.Source]} to {trace.ActorNames[chunk.Destination]}", start, end, flow);
        if (chunk.To != chunk.Destination)
        {
            flows[chunk.Id] = flow;
        }

        changes.Enqueue((0, 1), chunk.SentNs);
        changes.Enqueue((1, -1), start);
        changes.Enqueue((-1, 0), end);
    }

    private int AddLinkTrack(int from, string to, Dictionary<int, int> groups)
    {
        if (!groups.TryGetValue(from, out var group))
        {
            group = AddTrack(0, trace.ActorNames[from]);
            groups.Add(from, group);
        }

        return AddTrack(group, "to " + to);
    }

    // Where a link ends: an NPU takes what is for it, and its link/3 what it passes on; a switch has a port for each neighbour.
    private static string DeviceOf(string actor) => actor.Split('/') switch
    {
        ["switch", var number, ..] => $"switch/{number}",
        [_, var npu, ..] => $"npu/{npu}",
        _ => actor,
    };

    // All that changes before a time is known once messages are sent at it.
    private void Count(long before)
    {
        while (changes.TryPeek(out _, out var time) && time < before)
        {
            var old = now;
            while (changes.TryPeek(out var change, out var at) && at == time)
            {
                changes.Dequeue();
                now = (now.Sending + change.Sending, now.Waiting + change.Waiting);
            }

            if (now.Sending != old.Sending)
            {
                writer.AddCount(sendingTrack, time, now.Sending);
            }

            if (now.Waiting != old.Waiting)
            {
                writer.AddCount(waitingTrack, time, now.Waiting);
            }
        }
    }

    private int AddTrack(int parent, string name)
    {
        writer.AddTrack(++lastTrack, parent, name);
        return lastTrack;
    }
}
