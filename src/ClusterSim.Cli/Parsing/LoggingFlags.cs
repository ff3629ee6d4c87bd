namespace ClusterSim.Cli.Parsing;

/// <summary>
/// The reference's <c>--logging-*</c> flags, which scripts written for it may give. They mean nothing here, whatever
/// their names are, so they are dropped before the command line is read.
/// </summary>
internal static class LoggingFlags
{
    private const string Prefix = "--logging-";

    /// <summary>The arguments without these flags and their values.</summary>
    public static IReadOnlyList<string> Remove(IReadOnlyList<string> args)
    {
        var kept = new List<string>(args.Count);
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith(Prefix, StringComparison.Ordinal))
            {
                kept.Add(args[i]);
            }
            else if (!args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Count && !args[i + 1].StartsWith('-'))
            {
                i++;
            }
        }

        return kept;
    }
}
