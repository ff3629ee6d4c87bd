using System.Globalization;

namespace ClusterSim.Cli.Output;

/// <summary>Numbers as people write them.</summary>
internal static class NpuRanges
{
    private const int Shown = 6;

    /// <summary>Numbers as ranges: <c>0-3, 8, 10-11</c>. Of many ranges the first, and dots.</summary>
    /// <param name="numbers">In ascending order.</param>
    public static string Text(IReadOnlyList<int> numbers)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var number in numbers)
        {
            if (ranges.Count > 0 && ranges[^1].Last + 1 == number)
            {
                ranges[^1] = (ranges[^1].First, number);
            }
            else
            {
                ranges.Add((number, number));
            }
        }

        var texts = ranges.Take(Shown).Select(range => range.First == range.Last
            ? range.First.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}"));
        return string.Join(", ", texts) + (ranges.Count > Shown ? ", ..." : "");
    }
}
