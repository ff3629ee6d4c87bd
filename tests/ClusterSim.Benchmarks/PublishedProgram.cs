using System.Diagnostics;
using ClusterSim.Testing;

namespace ClusterSim.Benchmarks;

/// <summary>The program as users have it: published, compiled ahead of time.</summary>
internal static class PublishedProgram
{
    /// <summary>Publishes it into <c>artifacts</c>.</summary>
    /// <returns>The path of the executable.</returns>
    public static string Publish()
    {
        var folder = Repository.PathOf("artifacts", "benchmark");
        var start = new ProcessStartInfo("dotnet", ["publish", Repository.PathOf("src", "ClusterSim.Cli"), "-c", "Release", "-o", folder, "--nologo", "-v", "quiet"]);
        using var publish = Process.Start(start)!;
        publish.WaitForExit();
        return publish.ExitCode == 0
            ? Path.Combine(folder, "clustersim")
            : throw new InvalidOperationException($"dotnet publish ended with {publish.ExitCode}.");
    }
}
