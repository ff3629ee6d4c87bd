using ClusterSim.Collectives.Algorithms;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>An algorithm as a system names it.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="SpansSystem">Whether it takes the whole system as one dimension: <c>oneRing</c>.</param>
internal sealed record AlgorithmChoice(string Name, ICollectiveAlgorithm Algorithm, bool SpansSystem)
{
    private const string SpanningPrefix = "one";

    /// <summary>The names for messages: those of a catalog, and each with <c>one</c> before it.</summary>
    public static IEnumerable<string> NamesIn(CollectiveCatalog catalog) => catalog.Names.Concat(catalog.Names.Select(SpanningWithExample));

    /// <summary>The algorithm of a name, or null.</summary>
    public static AlgorithmChoice? Find(string name, CollectiveCatalog catalog) => Find(name, catalog.Find);

    /// <summary>The algorithm of a name that a function knows, with or without <c>one</c> before it; or null.</summary>
    public static AlgorithmChoice? Find(string name, Func<string, ICollectiveAlgorithm?> find)
    {
        if (find(name) is { } algorithm)
        {
            return new(name, algorithm, SpansSystem: false);
        }

        var spanned = Spanned(name);
        return spanned is not null && find(spanned) is { } spanning ? new(name, spanning, SpansSystem: true) : null;
    }

    // The explanation behind a name may have examples of it.
    private static string SpanningWithExample(string name)
    {
        var stem = name.Split(' ')[0].TrimEnd('W');
        return name.Replace(stem, Spanning(stem), StringComparison.Ordinal);
    }

    private static string Spanning(string name) => $"{SpanningPrefix}{char.ToUpperInvariant(name[0])}{name[1..]}";

    private static string? Spanned(string name) =>
        name.StartsWith(SpanningPrefix, StringComparison.Ordinal) && name.Length > SpanningPrefix.Length
            && char.IsAsciiLetterUpper(name[SpanningPrefix.Length])
            ? $"{char.ToLowerInvariant(name[SpanningPrefix.Length])}{name[(SpanningPrefix.Length + 1)..]}"
            : null;
}
