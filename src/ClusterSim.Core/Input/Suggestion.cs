namespace ClusterSim.Core.Input;

/// <summary>Finds what a misspelt name was probably meant to be.</summary>
public static class Suggestion
{
    /// <summary>
    /// A sentence that names the allowed values and, when one of them is close, the one that was probably meant:
    /// <c>Allowed: Ring, Switch. Did you mean Ring?</c>
    /// </summary>
    public static string Allowed(string given, IEnumerable<string> allowed)
    {
        var names = allowed.ToArray();
        var nearest = Nearest(given, names);
        var list = $"Allowed: {string.Join(", ", names)}.";
        return nearest is null ? list : $"{list} Did you mean {nearest}?";
    }

    /// <summary>The candidate with the fewest edits to the given name, if they are at most a third of its length.</summary>
    public static string? Nearest(string given, IEnumerable<string> candidates)
    {
        var bound = Math.Max(1, given.Length / 3);
        var best = candidates
            .Select(candidate => (candidate, edits: Edits(given.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .OrderBy(pair => pair.edits)
            .FirstOrDefault();
        return best.candidate is not null && best.edits <= bound ? best.candidate : null;
    }

    // Levenshtein's distance, one row at a time.
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substitution = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
