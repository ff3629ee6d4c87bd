using System.Globalization;
using ClusterSim.Testing;

namespace ClusterSim.Tests.Workload;

/// <summary>The traces of the recorded cases, which other tools wrote.</summary>
internal static class RecordedTraces
{
    public static string PathOf(string name, int rank = 0) =>
        Repository.PathOf(
            "tests", "ClusterSim.AcceptanceTests", "Cases", name, string.Create(CultureInfo.InvariantCulture, $"workload.{rank}.et"));
}
