using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.Tidiness;

/// <summary>Projects refer only to those below them, so that the tree shows the architecture.</summary>
public sealed class ReferenceTests
{
    // What each project may use; the table of the design. A project that is not listed fails: add it here, with a reason.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["ClusterSim.Core"] = ["Microsoft.CodeAnalysis.PublicApiAnalyzers"],
        ["ClusterSim.Engine"] = ["ClusterSim.Core", "Akka", "Google.Protobuf", "Grpc.Tools"],
        ["ClusterSim.Workload"] = ["ClusterSim.Core", "Google.Protobuf", "Grpc.Tools"],
        ["ClusterSim.Network"] = ["ClusterSim.Core", "ClusterSim.Engine"],
        ["ClusterSim.Collectives"] = ["ClusterSim.Core", "ClusterSim.Engine", "ClusterSim.Workload"],
        ["ClusterSim.Tracing"] = ["ClusterSim.Core", "ClusterSim.Engine", "Parquet.Net"],
        ["ClusterSim.Inspection"] = ["ClusterSim.Core", "ClusterSim.Engine", "ClusterSim.Tracing", "Google.Protobuf", "Grpc.Tools", "Parquet.Net"],
        ["ClusterSim.Hosting"] =
        [
            "ClusterSim.Core", "ClusterSim.Engine", "ClusterSim.Workload", "ClusterSim.Network", "ClusterSim.Collectives", "ClusterSim.Tracing",
            "YamlDotNet", "Google.Protobuf", "Grpc.Tools",
        ],
        ["ClusterSim.Cluster"] =
        [
            "ClusterSim.Core", "ClusterSim.Workload", "ClusterSim.Hosting", "Akka.Cluster", "Google.Protobuf", "Grpc.Tools", "Hyperion",
        ],
        ["ClusterSim.Sweeps"] =
        [
            "ClusterSim.Core", "ClusterSim.Engine", "ClusterSim.Workload", "ClusterSim.Hosting", "ClusterSim.Cluster", "Akka", "Google.Protobuf", "Grpc.Tools", "Parquet.Net",
        ],
        ["ClusterSim.Reports"] =
        [
            "ClusterSim.Core", "ClusterSim.Tracing", "ClusterSim.Inspection", "ClusterSim.Sweeps",
            "ScottPlot", "SkiaSharp.HarfBuzz", "SkiaSharp.NativeAssets.Linux.NoDependencies", "HarfBuzzSharp.NativeAssets.Linux",
        ],
        ["ClusterSim.Watch"] = ["ClusterSim.Engine", "ClusterSim.Hosting", "ClusterSim.Sweeps", "ClusterSim.Reports"],
        ["ClusterSim.Cli"] =
        [
            "ClusterSim.Tracing", "ClusterSim.Inspection", "ClusterSim.Hosting", "ClusterSim.Cluster", "ClusterSim.Sweeps", "ClusterSim.Reports", "ClusterSim.Watch",
            "System.CommandLine",
        ],
    };

    public static TheoryData<string> Projects() =>
        [.. Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_RefersOnlyDownwards(string path)
    {
        var project = ProjectFile.Read(Repository.PathOf(path));

        Assert.True(Allowed.ContainsKey(project.Name), $"{project.Name} is in no layer: give it one in {nameof(ReferenceTests)}.");
        Assert.Empty(project.Projects.Concat(project.Packages).Except(Allowed[project.Name], StringComparer.Ordinal));
    }
}
