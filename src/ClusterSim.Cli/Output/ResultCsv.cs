using System.Globalization;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Verification;

namespace ClusterSim.Cli.Output;

/// <summary>Prints the figures of a simulation, one row an NPU.</summary>
internal static class ResultCsv
{
    public static void Write(SimulationResult result, TextWriter output)
    {
        var figures = Figures.Of(result);
        output.WriteLine("npu," + string.Join(',', figures.Select(figure => figure.Name)));
        foreach (var npu in result.Npus)
        {
            var row = figures.Select(figure => figure.Of(npu)?.ToString(CultureInfo.InvariantCulture));
            output.WriteLine(npu.Npu.ToString(CultureInfo.InvariantCulture) + "," + string.Join(',', row));
        }
    }
}
