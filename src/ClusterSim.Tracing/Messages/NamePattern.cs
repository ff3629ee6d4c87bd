using System.IO.Enumeration;

namespace ClusterSim.Tracing.Messages;

/// <summary>Patterns of names, in which <c>*</c> stands for anything and <c>?</c> for one character.</summary>
internal static class NamePattern
{
    /// <summary>Whether a name is one that a pattern means. A pattern without a star means what it names, and all below it.</summary>
    public static bool Matches(string pattern, string name) =>
        FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false)
        || name.StartsWith(pattern + "/", StringComparison.Ordinal);
}
