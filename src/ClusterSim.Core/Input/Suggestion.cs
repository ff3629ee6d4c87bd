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

    /// <summary>
    /// The candidate with the fewest edits to the given name, if they are at most a third of its length; else the only one
    /// that begins with it.
    /// </summary>
    public static string? Nearest(string given, IEnumerable<string> candidates)
    {
        var bound = Math.Max(1, given.Length / 3);
        var names = candidates.ToArray();
        var best = names
            .Select(candidate => (candidate, edits: Edits(given.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .OrderBy(pair => pair.edits)
            .FirstOrDefault();
        return best.candidate is not null && best.edits <= bound ? best.candidate : OnlyLonger(given, names);
    }

    // A beginning of a letter or two may be anything.
    private static string? OnlyLonger(string beginning, string[] names)
    {
        const int ShortestBeginning = 3;
        var longer = names.Where(name => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)).ToArray();
        return beginning.Length >= ShortestBeginning && longer.Length == 1 ? longer[0] : null;
    }

    // Edits after Damerau and Levenshtein: letters added, dropped, replaced, or swapped with their neighbour.
    private static int Edits(string from, string to)
    {
        var edits = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                edits[i, j] = i == 0 || j == 0 ? i + j : Fewest(edits, from, to, i, j);
            }
        }

        return edits[from.Length, to.Length];
    }

    private static int Fewest(int[,] edits, string from, string to, int i, int j)
    {
        var replaced = edits[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        var fewest = Math.Min(replaced, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
        var isSwap = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return isSwap ? Math.Min(fewest, edits[i - 2, j - 2] + 1) : fewest;
    }
}
