using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine;

public sealed class InterruptTests
{
    private const string LongRun =
        """
        workload: { collective: all-to-all, size: 1GiB, repeat: 1000 }
        network: { topology: [Switch], npus_count: [256], bandwidth: [50], latency: [500] }
        system: { all-to-all-implementation: [direct], preferred-dataset-splits: 16, local-mem-bw: 1600 }
        """;

    [Theory]
    [InlineData("")]
    [InlineData(LongRun)]
    public void CtrlC_WhileTheProgramReadsOrSimulates_EndsItAtOnce(string experiment)
    {
        // When the writing end of the pipe can be opened, the program has started and reads its input.
        using var folder = new TemporaryFolder();
        var pipe = folder.MakePipe("experiment.yaml");
        using var program = ClusterSimProgram.Start("run", pipe);
        using var writer = new StreamWriter(new FileStream(pipe, FileMode.Open, FileAccess.Write));
        writer.Write(experiment);
        if (experiment.Length > 0)
        {
            writer.Close();
        }

        program.PressCtrlC();

        var run = program.WaitForEnd(TimeSpan.FromSeconds(20));
        Assert.Equal(new ProgramRun(130, "", "clustersim: stopped before the end; there is no result.\n"), run);
    }
}
