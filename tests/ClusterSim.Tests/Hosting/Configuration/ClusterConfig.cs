using System.Runtime.CompilerServices;

namespace ClusterSim.Tests.Hosting.Configuration;

/// <summary>The folder of configuration files that come with the program.</summary>
internal static class ClusterConfig
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(TestFolder(), "..", "..", "..", "..", "cluster-config"));

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static IEnumerable<string> Files(params string[] folders) =>
        folders
            .SelectMany(folder => Directory.EnumerateFiles(PathOf(folder)))
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".json");

    private static string TestFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
