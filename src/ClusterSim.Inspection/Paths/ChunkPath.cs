using ClusterSim.Core.Messages;
using ClusterSim.Inspection.Reading;

namespace ClusterSim.Inspection.Paths;

/// <summary>The way of a chunk through links and switches.</summary>
/// <param name="Hops">In order; the first leaves its NPU.</param>
/// <param name="HasArrived">Whether the last one reaches the chunk's destination.</param>
public sealed record ChunkPath(IReadOnlyList<ChunkHop> Hops, bool HasArrived)
{
    /// <summary>From when the NPU sent it until it has arrived, as far as it is known.</summary>
    public long DurationNs => Hops[^1].Message.DeliveredNs - Hops[0].Message.SentNs;

    /// <summary>Follows the chunk that a message belongs to.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="where">The argument that names the message, for messages.</param>
    /// <param name="id">Any hop of the chunk.</param>
    /// <exception cref="Core.Input.InvalidInputException">It is not in the trace, or no chunk.</exception>
    public static async Task<ChunkPath> OfAsync(Trace trace, string where, long id)
    {
        var finder = await MessageFinder.OpenAsync(trace).ConfigureAwait(false);
        await using var closes = finder.ConfigureAwait(false);
        var found = await finder.FindBackwardsAsync(id).ConfigureAwait(false) ?? throw MessageFinder.NotThere(trace, where, id);
        if (found.Kind != MessageKind.Chunk)
        {
            throw new Core.Input.InvalidInputException(where, $"The message {MessageId.NameOf(trace, id)} is no chunk.", $"List chunks with clustersim inspect {trace.Folder} actor {trace.ActorNames[found.From]} --kind chunk.");
        }

        var hops = new List<MessageRow> { found };
        while (hops[0].From >= trace.NpuCount && await finder.FindBackwardsAsync(hops[0].Cause).ConfigureAwait(false) is { } before && before.IsSameChunk(hops[0]))
        {
            hops.Insert(0, before);
        }

        while (hops[^1].To != hops[^1].Destination && await finder.FindNextHopAsync(hops[^1]).ConfigureAwait(false) is { } next)
        {
            hops.Add(next);
        }

        return new ChunkPath([.. hops.Select(hop => ChunkHop.Of(trace, hop))], hops[^1].To == hops[^1].Destination);
    }
}
