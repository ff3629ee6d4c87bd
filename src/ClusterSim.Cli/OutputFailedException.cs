namespace ClusterSim.Cli;

/// <summary>What the user wants of a command cannot be written.</summary>
/// <param name="name">What it is, with its path: <c>The report page.html</c>.</param>
/// <param name="cause">Why.</param>
/// <param name="path">Its path, if it is written beside, at this path and <c>.new</c>, which people need not know of; else null.</param>
internal sealed class OutputFailedException(string name, Exception cause, string? path = null)
    : Exception($"{name} cannot be written: {Reason(cause, path)}.", cause)
{
    // The runtime adds the file behind a colon, which the name says already.
    private static string Reason(Exception cause, string? path)
    {
        var reason = cause.GetBaseException().Message.Split(" : ")[0].TrimEnd('.');
        return path is null ? reason : reason.Replace(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + ".new", path, StringComparison.Ordinal);
    }
}
