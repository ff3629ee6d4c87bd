using System.Globalization;
using ClusterSim.Core.Input;

namespace ClusterSim.Workload.Set;

/// <summary>Finds the files <c>prefix.rank.et</c> of a prefix.</summary>
internal static class TraceFolder
{
    private const string Extension = ".et";

    /// <summary>The file of a rank.</summary>
    public static string PathOf(string prefix, int rank, string extension = Extension) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}.{rank}{extension}");

    /// <summary>The files of ranks 0 to count - 1. Further ones do no harm.</summary>
    /// <exception cref="InvalidInputException">Not all of them exist.</exception>
    public static IReadOnlyList<string> Find(string prefix, int count, TraceNouns nouns)
    {
        var folder = FolderOf(prefix);
        if (!Directory.Exists(folder))
        {
            throw new InvalidInputException(Printable.Of(prefix), $"The folder {Printable.Of(folder)} does not exist.", "Give the traces as folder/prefix.");
        }

        var name = Path.GetFileName(prefix);
        var traces = TracesIn(folder);
        var ranks = traces.Where(trace => trace.Prefix == name).Select(trace => trace.Rank).ToHashSet();
        if (ranks.Count == 0)
        {
            throw new InvalidInputException(
                Printable.Of(prefix),
                $"No file {Printable.Of(name)}.<{nouns.One}>{Extension} is in the folder {Printable.Of(folder)}.",
                Printable.Of(NoTraceRemedy(folder, name, traces)));
        }

        var missing = Enumerable.Range(0, count).Where(rank => !ranks.Contains(rank)).ToArray();
        if (missing.Length > 0)
        {
            throw Missing(Printable.Of(prefix), count, missing, nouns);
        }

        return [.. Enumerable.Range(0, count).Select(rank => PathOf(prefix, rank))];
    }

    /// <summary>All files of a prefix in the order of their ranks; none where there is no such folder.</summary>
    public static IReadOnlyList<(int Rank, string Path)> All(string prefix, string extension = Extension)
    {
        var folder = FolderOf(prefix);
        var name = Path.GetFileName(prefix);
        return Directory.Exists(folder)
            ? [.. TracesIn(folder, extension).Where(trace => trace.Prefix == name).Select(trace => trace.Rank).Order().Select(rank => (rank, PathOf(prefix, rank, extension)))]
            : [];
    }

    /// <summary>The rank in the name of a file; null: it has none.</summary>
    public static int? RankOf(string path, string extension = Extension) => Split(Path.GetFileName(path), extension)?.Rank;

    private static string FolderOf(string prefix) => Path.GetDirectoryName(prefix) is { Length: > 0 } parent ? parent : ".";

    private static InvalidInputException Missing(string prefix, int count, int[] missing, TraceNouns nouns)
    {
        var (one, whole, traces) = nouns;
        var isTail = missing[0] > 0 && missing[0] + missing.Length == count;
        if (isTail)
        {
            var add = $"add {PathOf(prefix, missing[0])}" + (missing.Length == 1 ? "." : $" to {PathOf(prefix, count - 1)}.");
            return missing[0] == 1
                ? new InvalidInputException(
                    prefix, $"The {whole} has {count} {one}s and the {traces} 1: there is a trace of {one} 0 only.", $"To have one for each, {add}")
                : new InvalidInputException(
                    prefix,
                    $"The {whole} has {count} {one}s and the {traces} {missing[0]}: there are traces of {one}s 0 to {missing[0] - 1} only.",
                    $"Give the {whole} {missing[0]} {one}s, or {add}");
        }

        return new InvalidInputException(
            prefix,
            $"The {whole} has {count} {one}s; of these, {NpuList.Text(missing)} have no trace ({count - missing.Length} have one).",
            $"Add {PathOf(prefix, missing[0])}" + (missing.Length == 1 ? "." : " and the others."));
    }

    private static List<(string Prefix, int Rank)> TracesIn(string folder, string extension = Extension)
    {
        try
        {
            var traces = new List<(string Prefix, int Rank)>();
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                if (Split(Path.GetFileName(file), extension) is { } trace)
                {
                    traces.Add(trace);
                }
            }

            return traces;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(Printable.Of(folder), $"The folder cannot be read: {Printable.Of(exception.Message)}");
        }
    }

    private static (string Prefix, int Rank)? Split(string file, string extension = Extension)
    {
        if (!file.EndsWith(extension, StringComparison.Ordinal))
        {
            return null;
        }

        var stem = file[..^extension.Length];
        var dot = stem.LastIndexOf('.');
        var isRank = int.TryParse(stem.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var rank);
        return dot > 0 && isRank && file == PathOf(stem[..dot], rank, extension) ? (stem[..dot], rank) : null;
    }

    private static string NoTraceRemedy(string folder, string name, IReadOnlyList<(string Prefix, int Rank)> traces)
    {
        const int Named = 5;
        if (Split(name) is { } file)
        {
            return $"Give the prefix alone: {file.Prefix}.";
        }

        var prefixes = traces.Select(trace => trace.Prefix).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (Suggestion.Nearest(name, prefixes) is { } nearest)
        {
            return $"Did you mean {Path.Combine(folder, nearest)}?";
        }

        return prefixes.Length == 0
            ? $"There are no traces in it: their names must end with .<rank>{Extension}."
            : $"Prefixes in it: {string.Join(", ", prefixes.Take(Named))}{(prefixes.Length > Named ? ", ..." : "")}.";
    }
}
