using ClusterSim.Core.Input;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>What to do about a name that is not known.</summary>
internal static class NameAdvice
{
    // Names of a letter or two are all alike: nothing follows from their being close.
    private const int ShortestMeant = 3;

    /// <summary>The known name that was probably meant; null if none is close.</summary>
    public static string? Nearest(string given, IEnumerable<string> known) =>
        given.Length < ShortestMeant ? null : Suggestion.Nearest(given, known.Where(name => name.Length >= ShortestMeant));

    /// <summary>The known name that was probably meant, as a question; null if none is close.</summary>
    public static string? For(string? given, IEnumerable<string> known) =>
        given is not null && Nearest(given, known) is { } nearest ? $"Did you mean {nearest}?" : null;
}
