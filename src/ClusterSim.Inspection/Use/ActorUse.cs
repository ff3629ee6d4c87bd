using ClusterSim.Core.Input;
using ClusterSim.Core.Messages;
using ClusterSim.Inspection.Reading;
using ClusterSim.Tracing.Messages;

namespace ClusterSim.Inspection.Use;

/// <summary>What an actor had to do.</summary>
/// <param name="Actor">Its number.</param>
/// <param name="Sent">Messages that it sent.</param>
/// <param name="Received">Messages that it got.</param>
/// <param name="BytesOut">Of the chunks that it sent, or passed on.</param>
/// <param name="BytesIn">Of the chunks that it got.</param>
/// <param name="BusyNs">An NPU computed; links and ports sent. Null: not known, or of a trace that lacks messages, since it would be of the whole run.</param>
public sealed record ActorUse(int Actor, long Sent, long Received, long BytesOut, long BytesIn, long? BusyNs)
{
    /// <summary>All actors, by number.</summary>
    public static async Task<IReadOnlyList<ActorUse>> OfAsync(Trace trace)
    {
        var sums = new Sums(trace.ActorNames.Count);
        var table = await trace.OpenMessagesAsync().ConfigureAwait(false);
        await using (table.ConfigureAwait(false))
        {
            for (var group = 0; group < table.Rows.Count; group++)
            {
                sums.Add(
                    await table.ReadAsync(group, MessageSchema.From).ConfigureAwait(false),
                    await table.ReadAsync(group, MessageSchema.To).ConfigureAwait(false),
                    await table.ReadAsync(group, MessageSchema.Kind).ConfigureAwait(false),
                    await table.ReadAsync(group, MessageSchema.Bytes).ConfigureAwait(false));
            }
        }

        var busy = trace.HoldsAllMessages ? await BusyAsync(trace).ConfigureAwait(false) : [];
        if (!trace.HoldsAllMessages)
        {
            trace.Remark("Counts and data are of the messages that the trace holds; how long actors were busy is left out, since it would be of the whole run.");
        }

        return [.. Enumerable.Range(0, trace.ActorNames.Count).Select(actor => sums.Of(actor, busy.TryGetValue(actor, out var ns) ? ns : null))];
    }

    private static async Task<Dictionary<int, long>> BusyAsync(Trace trace)
    {
        var busy = (trace.RunIfKnown()?.ComputeNs ?? []).Index().ToDictionary(npu => npu.Index, npu => npu.Item);
        foreach (var link in await LinksIfKnownAsync(trace).ConfigureAwait(false))
        {
            var actor = trace.ActorOf(link.Name, HolderOf(link.Name));
            busy[actor] = busy.GetValueOrDefault(actor) + link.BusyNs;
        }

        return busy;
    }

    private static async Task<IReadOnlyList<LinkSpan>> LinksIfKnownAsync(Trace trace)
    {
        try
        {
            var links = await trace.ReadLinksAsync().ConfigureAwait(false);
            return trace.RunIfKnown() is { Recorded: { } recorded } && links.Count < recorded.AllLinks ? [] : links;
        }
        catch (InvalidInputException invalid)
        {
            trace.Remark(string.Join(' ', invalid.Problems.Select(problem => $"{problem.Where}: {problem.What}")));
            return [];
        }
    }

    // link/3->4 belongs to link/3, switch/0->5 to the port switch/0/port/5.
    private static string HolderOf(string link)
    {
        var ends = link.Split("->");
        return ends[0].StartsWith("switch/", StringComparison.Ordinal) ? $"{ends[0]}/port/{ends[1]}" : ends[0];
    }

    private sealed class Sums(int actors)
    {
        private readonly long[] sent = new long[actors];
        private readonly long[] received = new long[actors];
        private readonly long[] bytesOut = new long[actors];
        private readonly long[] bytesIn = new long[actors];

        public void Add(int[] from, int[] to, int[] kinds, long[] bytes)
        {
            for (var row = 0; row < from.Length; row++)
            {
                sent[from[row]]++;
                received[to[row]]++;
                if ((MessageKind)kinds[row] == MessageKind.Chunk)
                {
                    bytesOut[from[row]] += bytes[row];
                    bytesIn[to[row]] += bytes[row];
                }
            }
        }

        public ActorUse Of(int actor, long? busyNs) => new(actor, sent[actor], received[actor], bytesOut[actor], bytesIn[actor], busyNs);
    }
}
