using System.Runtime.CompilerServices;

namespace ClusterSim.Tests.Workload;

/// <summary>The traces of the recorded cases, which other tools wrote.</summary>
internal static class RecordedTraces
{
    private static readonly string Cases = Path.Combine(TestFolder(), "..", "..", "ClusterSim.AcceptanceTests", "Cases");

    public static string PathOf(string name, int rank = 0) => Path.Combine(Cases, name, $"workload.{rank}.et");

    private static string TestFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
