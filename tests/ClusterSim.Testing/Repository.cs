namespace ClusterSim.Testing;

/// <summary>Where the project's files are.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of the project.</summary>
    /// <param name="parts">Its path from the root.</param>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The project's own files below its root, without what builds and version control put there.</summary>
    /// <param name="pattern">Of the file names: <c>*.md</c>.</param>
    public static IEnumerable<string> Files(string pattern) => FilesBelow(new DirectoryInfo(Root), pattern);

    private static IEnumerable<string> FilesBelow(DirectoryInfo folder, string pattern)
    {
        var below = folder.EnumerateDirectories().Where(child => !IsGenerated(child)).SelectMany(child => FilesBelow(child, pattern));
        return folder.EnumerateFiles(pattern).Select(file => file.FullName).Concat(below);
    }

    private static bool IsGenerated(DirectoryInfo folder) =>
        folder.Name is "bin" or "obj" or "artifacts" or "results" or "TestResults" or ".git" or ".vs" or ".idea";

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cluster.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Cluster.sln; run the tests from a build of the project.");
    }
}
