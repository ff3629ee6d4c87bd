using System.Globalization;
using ClusterSim.Core.Input;
using ClusterSim.Core.Messages;
using ClusterSim.Inspection.Reading;
using ClusterSim.Tracing.Messages;

namespace ClusterSim.Inspection.Waits;

/// <summary>
/// Who waited for whom. An NPU waits while none of its own delays is under way (compute, memory, endpoint, reduction); it has waited for
/// the one whose message ends that. So what an NPU waited and what it did add up to its finish.
/// </summary>
/// <param name="Ended">The waits that ended, longest together first.</param>
/// <param name="Endless">Those that never ended, of a run that is stuck, the most telling first.</param>
public sealed record WaitTable(IReadOnlyList<Wait> Ended, IReadOnlyList<EndlessWait> Endless)
{
    /// <summary>Finds the waits.</summary>
    /// <exception cref="InvalidInputException">Filters left messages out, so that it is not known what NPUs waited for.</exception>
    public static async Task<WaitTable> OfAsync(Trace trace)
    {
        if (trace.Run.IsFiltered)
        {
            throw trace.Lacking(trace.Folder, "Who waited for whom is not known.");
        }

        var histories = Enumerable.Range(0, trace.NpuCount).Select(_ => new List<Event>()).ToArray();
        var table = await trace.OpenMessagesAsync().ConfigureAwait(false);
        await using (table.ConfigureAwait(false))
        {
            for (var group = 0; group < table.Rows.Count; group++)
            {
                await CollectAsync(table, group, histories).ConfigureAwait(false);
            }

            var known = await trace.KnownBeforeNsAsync(table).ConfigureAwait(false);
            if (known < long.MaxValue)
            {
                trace.Remark(string.Create(CultureInfo.InvariantCulture, $"The waits are those that ended before {known:N0} ns, from which on messages are missing."));
            }

            return Of(trace, histories, known);
        }
    }

    private static WaitTable Of(Trace trace, List<Event>[] histories, long knownBefore)
    {
        var waits = new List<Wait>();
        var free = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (npu, history) in histories.Index())
        {
            // What comes when the NPU has finished, it has not waited for.
            var last = Math.Min(npu < trace.Run.FinishNs.Count ? trace.Run.FinishNs[npu] : long.MaxValue, knownBefore - 1);
            free[Trace.NpuName(npu)] = Add(npu, history, last, waits);
        }

        if (trace.Run.Diagnosis is { WaitsLeftOut: > 0 and var left })
        {
            trace.Remark(string.Create(CultureInfo.InvariantCulture, $"{left:N0} more waits never ended."));
        }

        return new WaitTable(
            [.. waits.OrderByDescending(wait => wait.TotalNs).ThenBy(wait => wait.Npu).ThenBy(wait => wait.For)],
            [
                .. (trace.Run.Diagnosis?.Waits ?? []).Select(wait => new EndlessWait(
                    wait.Npu, wait.For, knownBefore == long.MaxValue && free.TryGetValue(wait.Npu, out var since) ? since : null, unchecked((long?)wait.Node), wait.What, wait.Why)),
            ]);
    }

    private static async Task CollectAsync(TableReader table, int group, List<Event>[] histories)
    {
        var to = await table.ReadAsync(group, MessageSchema.To).ConfigureAwait(false);
        var from = await table.ReadAsync(group, MessageSchema.From).ConfigureAwait(false);
        var kinds = await table.ReadAsync(group, MessageSchema.Kind).ConfigureAwait(false);
        var sources = await table.ReadAsync(group, MessageSchema.Source).ConfigureAwait(false);
        var destinations = await table.ReadAsync(group, MessageSchema.Destination).ConfigureAwait(false);
        var sent = await table.ReadAsync(group, MessageSchema.Sent).ConfigureAwait(false);
        var delivered = await table.ReadAsync(group, MessageSchema.Delivered).ConfigureAwait(false);
        for (var row = 0; row < to.Length; row++)
        {
            if (to[row] >= histories.Length)
            {
                continue;
            }

            var cause = (MessageKind)kinds[row] switch
            {
                MessageKind.Chunk => sources[row],
                MessageKind.Delivered => destinations[row],
                _ => from[row],
            };

            // A delay of its own is work from its beginning on; all else counts from when it comes.
            var isOwn = cause == to[row];
            histories[to[row]].Add(new Event(isOwn ? sent[row] : delivered[row], delivered[row], isOwn ? Event.Own : cause));
        }
    }

    // Gives the time from which on the NPU had nothing to do.
    private static long Add(int npu, List<Event> history, long last, List<Wait> all)
    {
        history.Sort(Event.InOrder);
        var waits = new Dictionary<int, Wait>();
        var busyUntil = 0L;
        foreach (var entry in history.TakeWhile(entry => entry.BeginNs <= last))
        {
            var waited = entry.BeginNs - busyUntil;
            if (waited > 0 && entry.By != Event.Own)
            {
                var before = waits.GetValueOrDefault(entry.By) ?? new Wait(npu, entry.By, 0, 0, 0, 0);
                waits[entry.By] = before with
                {
                    Times = before.Times + 1,
                    TotalNs = before.TotalNs + waited,
                    LongestNs = Math.Max(before.LongestNs, waited),
                    LongestFromNs = waited > before.LongestNs ? busyUntil : before.LongestFromNs,
                };
            }

            busyUntil = Math.Max(busyUntil, entry.EndNs);
        }

        all.AddRange(waits.Values);
        return busyUntil;
    }

    /// <summary>Something that an NPU handled.</summary>
    /// <param name="BeginNs">From when on it did not wait.</param>
    /// <param name="EndNs">When it was handled.</param>
    /// <param name="By">Who sent it; <see cref="Own"/>: a delay of its own.</param>
    private readonly record struct Event(long BeginNs, long EndNs, int By)
    {
        public const int Own = -1;

        // What came at one time ends a wait before what it led to.
        public static int InOrder(Event one, Event other) => one.BeginNs != other.BeginNs
            ? one.BeginNs.CompareTo(other.BeginNs)
            : (one.EndNs, one.By == Own, one.By).CompareTo((other.EndNs, other.By == Own, other.By));
    }
}
