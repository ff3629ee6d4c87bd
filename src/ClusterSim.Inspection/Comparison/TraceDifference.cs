using ClusterSim.Inspection.Reading;
using ClusterSim.Inspection.Use;

namespace ClusterSim.Inspection.Comparison;

/// <summary>Where two traces part, and what changed most.</summary>
/// <param name="Row">The place of the first message that differs, from 0; null: none does.</param>
/// <param name="First">It, in the first trace; null: that one has ended.</param>
/// <param name="Second">It, in the second trace; null: that one has ended.</param>
/// <param name="Nodes">What nodes took in both, by name, largest change first.</param>
public sealed record TraceDifference(long? Row, MessageRow? First, MessageRow? Second, IReadOnlyList<NodeChange> Nodes)
{
    /// <summary>Compares two traces.</summary>
    public static async Task<TraceDifference> OfAsync(Trace first, Trace second)
    {
        var (row, one, other) = await PartAsync(first, second).ConfigureAwait(false);
        var nodes = NodeChange.Of(await NodeTotals.OfAsync(first).ConfigureAwait(false), await NodeTotals.OfAsync(second).ConfigureAwait(false));
        return new TraceDifference(row, one, other, nodes);
    }

    private static async Task<(long? Row, MessageRow? First, MessageRow? Second)> PartAsync(Trace first, Trace second)
    {
        var one = await MessageSequence.OpenAsync(first).ConfigureAwait(false);
        await using var closesOne = one.ConfigureAwait(false);
        var other = await MessageSequence.OpenAsync(second).ConfigureAwait(false);
        await using var closesOther = other.ConfigureAwait(false);
        for (var row = 0L; ; row++)
        {
            var (left, right) = (await one.NextAsync().ConfigureAwait(false), await other.NextAsync().ConfigureAwait(false));
            if (left != right)
            {
                return (row, left, right);
            }

            if (left is null)
            {
                return (null, null, null);
            }
        }
    }
}
