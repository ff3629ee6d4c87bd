using ClusterSim.Cli.Output;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Results;
using Xunit;

namespace ClusterSim.Tests.Cli.Output;

public sealed class ResultCsvTests
{
    [Fact]
    public void Write_Result_HasARowEachNpu()
    {
        using var output = new StringWriter { NewLine = "\n" };

        ResultCsv.Write(Samples.Result(), output);

        Assert.Equal(
            """
            npu,finish,exposed,wall,gpu,cpu,comm,remote_mem,overlap,hidden_comm
            0,10000,2000,10000,8000,0,3000,0,0,0
            1,11000,2000,11000,9000,0,3000,0,0,0

            """.ReplaceLineEndings("\n"),
            output.ToString());
    }

    [Fact]
    public void Write_FiguresThatOneNpuHas_AreEmptyForTheOther()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var result = Samples.Result() with
        {
            Npus =
            [
                Samples.Npu(0) with { Roofline = new RooflineResult(100, 99.9996, 2.2574, 13980.671), PeakMemory = new ByteSize(4096) },
                Samples.Npu(1),
            ],
        };

        ResultCsv.Write(result, output);

        var lines = output.ToString().Split('\n');
        Assert.EndsWith(",100.000,100.000,2.257,13980.671,4096", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",0,,,,,", lines[2], StringComparison.Ordinal);
    }
}
