using ClusterSim.Testing;

namespace ClusterSim.Tests.Hosting.Configuration;

/// <summary>The folder of configuration files that come with the program.</summary>
internal static class ClusterConfig
{
    public static string PathOf(string name) => Repository.PathOf("cluster-config", name);

    public static IEnumerable<string> Files(params string[] folders) =>
        folders
            .SelectMany(folder => Directory.EnumerateFiles(PathOf(folder)))
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".json");
}
