using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.Tidiness;

/// <summary>The top of the tree stays small enough to be read at a glance.</summary>
public sealed class TopLevelTests
{
    private static readonly string[] Allowed =
    [
        "Cluster.sln", "README.md", "LICENSE", "src", "tests", "cluster-config", "docker",
        "Directory.Build.props", "Directory.Packages.props", "global.json",
    ];

    // What builds and tests leave behind is nobody's entry.
    private static readonly string[] Generated = ["artifacts", "bin", "obj", "results", "TestResults"];

    [Fact]
    public void Top_HoldsNothingElse()
    {
        var visible = Directory.GetFileSystemEntries(Repository.Root).Select(path => Path.GetFileName(path)!).Where(name => !name.StartsWith('.'));

        Assert.Empty(visible.Except(Allowed, StringComparer.Ordinal).Except(Generated, StringComparer.Ordinal));
    }

    [Fact]
    public void Folders_HaveAReadme()
    {
        var folders = Directory.GetDirectories(Repository.Root).Where(path => Allowed.Contains(Path.GetFileName(path), StringComparer.Ordinal));

        Assert.All(folders, folder => Assert.True(File.Exists(Path.Combine(folder, "README.md")), $"{Path.GetFileName(folder)} has no README.md."));
    }
}
