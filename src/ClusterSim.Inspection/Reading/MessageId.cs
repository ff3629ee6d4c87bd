using System.Globalization;
using ClusterSim.Core.Input;
using ClusterSim.Tracing;

namespace ClusterSim.Inspection.Reading;

/// <summary>A message's id as people write it: <c>npu/3#17</c>, the eighteenth message of NPU 3, or the plain number of the column.</summary>
public static class MessageId
{
    /// <summary>The name of an id.</summary>
    public static string NameOf(Trace trace, long id) => id == MessageRow.NoCause
        ? ""
        : MessageNames.Of(trace.ActorNames[SenderOf(id)], (ulong)id);

    /// <summary>The id that a text means.</summary>
    /// <exception cref="InvalidInputException">It means none.</exception>
    public static long Parse(Trace trace, string where, string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && SenderOf(id) < trace.ActorNames.Count)
        {
            return id;
        }

        var parts = text.Split('#');
        if (parts.Length == 2 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 1L << MessageNames.CounterBits)
        {
            return ((long)trace.ActorOf(where, parts[0]) << MessageNames.CounterBits) + count;
        }

        throw new InvalidInputException(where, $"'{text}' is no id of a message.", "Give one such as npu/3#17, as the command actor lists them, or the number in the column id.");
    }

    private static int SenderOf(long id) => (int)(id >> MessageNames.CounterBits);
}
