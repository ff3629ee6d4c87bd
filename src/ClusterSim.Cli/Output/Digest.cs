using System.Globalization;
using ClusterSim.Hosting.Results;

namespace ClusterSim.Cli.Output;

/// <summary>The digest of a run as people compare it: 16 hexadecimal digits.</summary>
internal static class Digest
{
    public static string Text(SimulationResult result) => result.Digest.ToString("x16", CultureInfo.InvariantCulture);
}
