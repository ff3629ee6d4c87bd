using ClusterSim.Hosting.Results;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Output;

/// <summary>Prints what a person wants to know of a result.</summary>
internal static class ResultTable
{
    public static void Write(SimulationResult result, Terminal terminal)
    {
        var output = terminal.Output;
        output.WriteLine($"{Printable.Of(result.Name)}: {Quantity.Exact(result.Npus.Count)} NPUs, {result.Backend}");
        output.WriteLine();
        WriteSummary(Slowest(result.Npus), output);
        output.WriteLine();
        TablePrinter.Print(NpuTable.Of(result.Npus), terminal);
        if (result.Collectives.Count > 0)
        {
            output.WriteLine();
            output.WriteLine(CollectiveTable.Caption(result.Collectives));
            TablePrinter.Print(CollectiveTable.Of(result.Collectives), terminal);
        }

        output.WriteLine();
        WriteRun(result, output);
    }

    // The figures of one NPU belong together: its exposed time and its compute time make up its finish. The slowest one
    // is what a user waits for.
    private static NpuResult Slowest(IReadOnlyList<NpuResult> npus) => npus.MaxBy(npu => npu.Finish)!;

    private static void WriteSummary(NpuResult npu, TextWriter output)
    {
        var width = Quantity.Exact(npu.Wall.Ns).Length;
        WriteFigure("wall", Quantity.Exact(npu.Wall.Ns), "ns");
        WriteFigure("compute", Quantity.Exact(npu.Gpu.Ns), "ns");
        WriteFigure("communication", Quantity.Exact(npu.Communication.Ns), "ns");
        WriteFigure("exposed", Quantity.Exact(npu.Exposed.Ns), "ns");
        WriteFigure("overhead", Quantity.Percent(Overhead.Of(npu)), "% (exposed / wall)");

        void WriteFigure(string name, string value, string unit) => output.WriteLine($"{name,-15}{value.PadLeft(width)} {unit}");
    }

    private static void WriteRun(SimulationResult result, TextWriter output)
    {
        var seconds = result.Elapsed.TotalSeconds;
        output.WriteLine(
            $"{Quantity.Exact(result.Messages)} messages over {Quantity.Exact(result.Hops)} links, {Quantity.Exact(result.Events)} events " +
            $"in {seconds:0.000} s ({Quantity.Rounded(result.Events / Math.Max(seconds, 1e-6))} events/s, partitions: {result.Partitions})");
        output.WriteLine("digest " + Digest.Text(result));
    }
}
