namespace ClusterSim.Cluster.Experiments;

/// <summary>Names for inputs that are cached by their content.</summary>
internal static class CacheLink
{
    /// <summary>Makes a link to a cached input in a folder, which is made if there is none; other work may make the same at the same time.</summary>
    /// <returns>The link.</returns>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be made.</exception>
    public static string Make(string folder, string name, string target)
    {
        var link = Path.Combine(Directory.CreateDirectory(folder).FullName, name);
        try
        {
            if (new FileInfo(link).LinkTarget is null)
            {
                File.CreateSymbolicLink(link, target);
            }
        }
        catch (IOException) when (new FileInfo(link).LinkTarget == target)
        {
            // It is there now.
        }

        return link;
    }
}
