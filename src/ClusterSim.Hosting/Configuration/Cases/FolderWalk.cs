using ClusterSim.Core.Input;

namespace ClusterSim.Hosting.Configuration.Cases;

/// <summary>Walks over folders and what links lead to, each folder once: links may lead in circles.</summary>
internal static class FolderWalk
{
    /// <summary>A folder and all below it, each by the way with the fewest links.</summary>
    /// <exception cref="InvalidInputException">A folder cannot be read.</exception>
    public static IEnumerable<string> Below(string root)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new PriorityQueue<(string Folder, string RealPath), int>();
        waiting.Enqueue((root, RealPath(new DirectoryInfo(root))), 0);
        while (waiting.TryDequeue(out var next, out var links))
        {
            if (!seen.Add(next.RealPath))
            {
                continue;
            }

            yield return next.Folder;

            // From where the folder really is, since a relative link means something else from elsewhere.
            foreach (var child in ChildrenOf(next.Folder, next.RealPath))
            {
                waiting.Enqueue((Path.Combine(next.Folder, child.Name), RealPath(child)), child.LinkTarget is null ? links : links + 1);
            }
        }
    }

    private static DirectoryInfo[] ChildrenOf(string folder, string realPath)
    {
        try
        {
            return new DirectoryInfo(realPath).GetDirectories();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(folder, "The folder cannot be read.", "Check its permissions.");
        }
    }

    private static string RealPath(DirectoryInfo folder) =>
        Path.TrimEndingDirectorySeparator(folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName);
}
