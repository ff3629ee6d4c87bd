using System.Globalization;
using ClusterSim.Core.Input;
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
    /// <exception cref="InvalidInputException">They were recorded with different filters, or cannot be read.</exception>
    public static async Task<TraceDifference> OfAsync(Trace first, Trace second)
    {
        if (first.RunIfKnown() is { } before && second.RunIfKnown() is { } after && before.Filter != after.Filter)
        {
            throw new InvalidInputException(
                second.Folder, $"It was recorded with other filters than {first.Folder}, so their messages cannot be compared.", "Record both runs with the same filters.");
        }

        var (row, one, other) = await PartAsync(first, second).ConfigureAwait(false);
        return new TraceDifference(row, one, other, await NodesAsync(first, second).ConfigureAwait(false));
    }

    private static async Task<IReadOnlyList<NodeChange>> NodesAsync(Trace first, Trace second)
    {
        try
        {
            return NodeChange.Of(await NodeTotals.OfAsync(first).ConfigureAwait(false), await NodeTotals.OfAsync(second).ConfigureAwait(false));
        }
        catch (InvalidInputException invalid)
        {
            first.Remark(string.Join(' ', invalid.Problems.Select(problem => $"Nodes are not compared. {problem.Where}: {problem.What}")));
            return [];
        }
    }

    private static async Task<bool> IsCutAsync(Trace trace, MessageSequence messages) =>
        await trace.KnownBeforeNsAsync(messages.Table).ConfigureAwait(false) < long.MaxValue;

    private static async Task<(long? Row, MessageRow? First, MessageRow? Second)> PartAsync(Trace first, Trace second)
    {
        var one = await MessageSequence.OpenAsync(first).ConfigureAwait(false);
        await using var closesOne = one.ConfigureAwait(false);
        var other = await MessageSequence.OpenAsync(second).ConfigureAwait(false);
        await using var closesOther = other.ConfigureAwait(false);
        for (var row = 0L; ; row++)
        {
            var (left, right) = (await one.NextAsync().ConfigureAwait(false), await other.NextAsync().ConfigureAwait(false));
            if ((left is null && await IsCutAsync(first, one).ConfigureAwait(false)) || (right is null && await IsCutAsync(second, other).ConfigureAwait(false)))
            {
                first.Remark(string.Create(CultureInfo.InvariantCulture, $"The first {row:N0} messages are equal; what follows them one trace lacks."));
                return (null, null, null);
            }

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
