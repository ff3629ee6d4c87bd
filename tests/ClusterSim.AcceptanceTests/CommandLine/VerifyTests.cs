using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using ClusterSim.Workload.Chakra;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine;

public sealed class VerifyTests
{
    private const string Exact = "ref-1d-002-switch4-all-reduce-direct";
    private const string SendAndReceive = "ref-pipeline-000-ring2-mb2";
    private const string SharedBus = "ref-feature-shared-bus-0-ring";

    private static readonly GoldenFile Golden = new("tests", "ClusterSim.AcceptanceTests", "CommandLine", "Golden");

    [Fact]
    public void Verify_ExactCases_SaysSo()
    {
        using var folder = new TemporaryFolder();
        Copy(Exact, folder, "a");
        Copy(Exact, folder, "nested/b");

        var run = ClusterSimProgram.Run("verify", folder.FullPath);

        Assert.Equal(new ProgramRun(0, "2 of 2 exact\n", ""), run);
    }

    [Theory]
    [InlineData("--jobs", "1")]
    [InlineData("--jobs", "4")]
    [InlineData("--partitions", "2")]
    [InlineData("--transport", "strict")]
    public void Verify_OtherFigures_ReportsThemInOrder(params string[] options)
    {
        using var folder = new TemporaryFolder();
        Copy(Exact, folder, "a-exact");
        Copy(Exact, folder, "b-differs");
        Copy(SharedBus, folder, "c-refused");
        Copy(SendAndReceive, folder, "d-stuck");
        using (var silent = File.Create(folder.PathOf("d-stuck/workload.1.et")))
        {
            ChakraWriter.Write(new TestGraph().Build(), silent);
        }

        var figures = Path.Combine(folder.FullPath, "b-differs", "case.json");
        File.WriteAllText(figures, File.ReadAllText(figures).Replace("\"npu\": 2, \"finish\": ", "\"npu\": 2, \"gpu\": 7, \"finish\": 1", StringComparison.Ordinal));

        using var program = ClusterSimProgram.Start(folder.FullPath, ["verify", ".", .. options]);
        var run = program.WaitForEnd(ClusterSimProgram.Bound);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Golden.Check("verify-differences.txt", run.Output);
    }

    [Fact]
    public void Verify_CaseThatCannotBeRead_IsAnInputError()
    {
        using var folder = new TemporaryFolder();
        Copy(Exact, folder, "a");
        folder.Write("b/case.json", "{");

        var run = ClusterSimProgram.Run("verify", folder.FullPath);

        Assert.Equal((2, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("b: cannot be simulated\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 of 2 exact\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_FolderWithoutCases_IsAnInputError()
    {
        using var folder = new TemporaryFolder();

        var run = ClusterSimProgram.Run("verify", folder.FullPath);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("case.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_MissingFolder_IsAnInputError()
    {
        var run = ClusterSimProgram.Run("verify", "no-such-folder");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("no-such-folder", run.Error, StringComparison.Ordinal);
    }

    private static void Copy(string name, TemporaryFolder folder, string to)
    {
        var target = Directory.CreateDirectory(folder.PathOf(to));
        foreach (var file in Directory.GetFiles(Repository.PathOf("tests", "ClusterSim.AcceptanceTests", "Cases", name)))
        {
            File.Copy(file, Path.Combine(target.FullName, Path.GetFileName(file)));
        }
    }
}
