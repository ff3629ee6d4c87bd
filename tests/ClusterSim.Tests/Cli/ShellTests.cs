using Xunit;

namespace ClusterSim.Tests.Cli;

public sealed class ShellTests
{
    private readonly InMemoryTerminal terminal = new();

    [Fact]
    public async Task Run_NoCommand_NamesTheCommands()
    {
        var code = await terminal.RunAsync();

        Assert.Equal(2, code);
        Assert.Equal(
            "clustersim: A command is missing. Allowed: sweep, run, inspect, export, report, verify, validate, workload, collectives, node, cluster.\nNothing was done. clustersim --help tells how it is used.\n",
            terminal.Error);
    }

    [Fact]
    public async Task Run_MisspeltCommand_NamesTheNearest()
    {
        var code = await terminal.RunAsync("verfy", "cases");

        Assert.Equal(2, code);
        Assert.StartsWith("verfy: There is no such command. Allowed: sweep, run, inspect, export, report, verify, validate, workload, collectives, node, cluster. Did you mean verify?\n", terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sweep diff a", "DIR2: It is missing. ")]
    [InlineData("node", "--config: It is missing. ")]
    [InlineData("run --set", "--set: The value is missing. ")]
    [InlineData("inspect top", "DIR: It is missing. ")]
    [InlineData("inspect", "DIR: It is missing. The folder of the trace.\nclustersim inspect: A command is missing. Allowed: top, ")]
    [InlineData("inspect trace actr npu/1", "actr: There is no such command. Allowed: top, ")]
    public async Task Run_WithoutWhatItNeeds_SaysWhatThatIs(string arguments, string expected)
    {
        var code = await terminal.RunAsync(arguments.Split(' '));

        Assert.Equal((2, ""), (code, terminal.Output));
        Assert.StartsWith(expected, terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MisspeltOption_NamesTheNearest()
    {
        var code = await terminal.RunAsync("run", "x.yaml", "--partitons", "4");

        Assert.Equal(2, code);
        Assert.Equal(
            "--partitons: run has no such option. Did you mean --partitions?\nNothing was done. clustersim run --help tells how it is used.\n",
            terminal.Error);
    }

    [Theory]
    [InlineData("--formt: run has no such option. Did you mean --format?", "run", "--formt", "json", "x.yaml")]
    [InlineData("--backned: run has no such option. Did you mean --backend?", "run", "--workload-configuration", "w", "--backned", "x")]
    [InlineData("-x: run has no such option.", "run", "--workload-configuration", "w", "-x")]
    [InlineData("--version: run has no such option.", "run", "--workload-configuration", "w", "--version")]
    [InlineData("--deep: validate has no such option.", "validate", "--deep", "x.yaml")]
    [InlineData("--workload-configuration: The value is missing: --system-configuration is an option.", "run", "--workload-configuration", "--system-configuration", "s")]
    public async Task Run_OptionWhereAnArgumentMayStand_IsNoArgument(string expected, params string[] args)
    {
        var code = await terminal.RunAsync(args);

        Assert.Equal(2, code);
        Assert.Equal(expected, terminal.Error.Split('\n')[0]);
        Assert.Equal(2, terminal.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Run_FileThatBeginsWithADash_CanBeGivenBehindTwo()
    {
        await terminal.RunAsync("run", "--", "-x.yaml");

        Assert.StartsWith("-x.yaml: The file -x.yaml does not exist.", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MistakesInOptionsAndInTheirInput_NamesAll()
    {
        var code = await terminal.RunAsync(
            "run", "--workload-configuration", "w", "--system-configuration", "s", "--network-configuration", "n",
            "--format", "xml", "--injection-scale", "-1", "--backend", "foo");

        Assert.Equal(2, code);
        Assert.Contains("--format: 'xml' is unknown.", terminal.Error, StringComparison.Ordinal);
        Assert.Contains("--injection-scale: -1 is not allowed", terminal.Error, StringComparison.Ordinal);
        Assert.Contains("--backend: foo is not allowed", terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("command line: '' is no path. Name a file.", "run", "")]
    [InlineData("'': There is no such folder. Give a folder with recorded cases.", "verify", "")]
    public async Task Run_EmptyPath_IsAMistakeInTheInput(string expected, params string[] args)
    {
        var code = await terminal.RunAsync(args);

        Assert.Equal(2, code);
        Assert.StartsWith(expected, terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_EmptyPath_IsAMistakeInTheInput()
    {
        var code = await terminal.RunAsync("validate", "");

        Assert.Equal(2, code);
        Assert.Equal("'': 1 problem\n  command line: '' is no path. Name a file.\n", terminal.Output);
    }

    [Fact]
    public async Task Run_SecondSettingWithoutItsOption_SaysWhatToWrite()
    {
        var code = await terminal.RunAsync("run", "x.yaml", "--set", "a=1", "b=2");

        Assert.Equal(2, code);
        Assert.StartsWith("b=2: run takes no further argument. Write --set before every key=value.\n", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SeveralMistakes_NamesThemAll()
    {
        var code = await terminal.RunAsync("run", "x.yaml", "--partitions", "0", "--transport", "fsat", "--format", "xml");

        Assert.Equal(2, code);
        Assert.Contains("--partitions: '0' is no whole number from 1 to 2147483647.\n", terminal.Error, StringComparison.Ordinal);
        Assert.Contains("--transport: 'fsat' is unknown. Allowed: fast, strict. Did you mean fast?\n", terminal.Error, StringComparison.Ordinal);
        Assert.Contains("--format: 'xml' is unknown. Allowed: table, json, csv.\n", terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--cluster", "127.0.0.1:7700", "--partitions", "0")]
    [InlineData("--cluster", "nowhere", "--transport", "strict")]
    public async Task Run_OnAClusterWithMistakes_NamesThemAndTheFile(params string[] options)
    {
        var code = await terminal.RunAsync(["run", "x.yaml", .. options]);

        Assert.Equal(2, code);
        Assert.Contains("x.yaml: The file x.yaml does not exist.", terminal.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_OptionsThatDoNotFit_AreNamedWithTheFile()
    {
        var code = await terminal.RunAsync("sweep", "x.yaml", "--jobs", "2", "--cluster", "127.0.0.1:7700");

        Assert.Equal(2, code);
        Assert.Contains("--jobs: How many points run at once on a cluster", terminal.Error, StringComparison.Ordinal);
        Assert.Contains("x.yaml: The file x.yaml does not exist.", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ExperimentAndReferenceFlags_SaysToUseSet()
    {
        var code = await terminal.RunAsync("run", "x.yaml", "--backend", "congestion-unaware");

        Assert.Equal(2, code);
        Assert.StartsWith("--backend: The reference's flags cannot be given beside an experiment (x.yaml).", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NothingToSimulate_SaysWhatToGive()
    {
        var code = await terminal.RunAsync("run");

        Assert.Equal(2, code);
        Assert.StartsWith("clustersim run: Nothing is given to simulate.", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_HelpAmidMistakes_ShowsHelp()
    {
        var code = await terminal.RunAsync("run", "--partitions", "0", "--help");

        Assert.Equal(0, code);
        Assert.Contains("Usage:", terminal.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", terminal.Output, StringComparison.Ordinal);
    }
}
