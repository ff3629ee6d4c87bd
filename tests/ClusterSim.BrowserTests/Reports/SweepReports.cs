using ClusterSim.Testing;

namespace ClusterSim.BrowserTests.Reports;

/// <summary>Reports of sweeps, made once by the program itself, each when the first test asks for it.</summary>
public sealed class SweepReports : IDisposable
{
    private const string Ring = "{ topology: [Ring], npus_count: [4], bandwidth: [50], latency: [500] }";

    private readonly TemporaryFolder folder = new();
    private readonly Lazy<string> grid;
    private readonly Lazy<string> names;
    private readonly Lazy<string> failing;
    private readonly Lazy<string> training;
    private readonly Lazy<string> alike;

    public SweepReports()
    {
        grid = new(() => Make("grid", Repository.PathOf("cluster-config", "sweeps", "grid.yaml"), exitCode: 0));
        training = new(() => Make("training", Repository.PathOf("cluster-config", "sweeps", "resnet50-hgx-h100.yaml"), exitCode: 0));
        alike = new(() => Make("alike", Write("alike", "- network.npus_count: [2, 4, 8]\n- network.latency: [500, 501, 502]"), exitCode: 0));
        names = new(() => Make("names", Write("names", "- network.topology: [Ring, Switch, FullyConnected]\n- backend: [congestion-aware, congestion-unaware]\n- workload.collective: [all-reduce, all-gather]"), exitCode: 0));
        failing = new(() => Make("failing", Write("failing", "- network.npus_count: [2, 4, 8, 16]\n- workload.size: [1KiB, 1MiB]", "limits: { events: 500 }"), exitCode: 1));
    }

    /// <summary>Of 220 points over numbers, sizes and names.</summary>
    public string Grid => grid.Value;

    /// <summary>Of three points in which two keys vary together.</summary>
    public string Training => training.Value;

    /// <summary>Over nothing but names.</summary>
    public string Names => names.Value;

    /// <summary>Of curves that lie on top of one another.</summary>
    public string Alike => alike.Value;

    /// <summary>Of points of which those with many NPUs failed.</summary>
    public string Failing => failing.Value;

    /// <summary>The table that the sweep itself has written, of one of those reports.</summary>
    public static string TableOf(string report) => File.ReadAllText(Path.Combine(Path.ChangeExtension(report, null), "results.csv"));

    /// <summary>One of those that are looked at whole.</summary>
    public string Of(string name) => name switch
    {
        "grid" => Grid,
        "training" => Training,
        "names" => Names,
        _ => Failing,
    };

    public void Dispose() => folder.Dispose();

    private string Write(string name, string axes, string more = "") => folder.Write(
        Path.Combine("sweeps", name + ".yaml"),
        $"base:\n  workload: {{ collective: all-reduce, size: 64KiB }}\n  network: {Ring}\n  system: {{ local-mem-bw: 1600 }}\naxes:\n{string.Join('\n', axes.Split('\n').Select(line => "  " + line))}\n{more}\n");

    private string Make(string name, string sweep, int exitCode)
    {
        var results = folder.PathOf(name);
        Run(exitCode, "sweep", sweep, "-o", results);
        Run(0, "report", results, "-o", results + ".html");
        return results + ".html";
    }

    private static void Run(int exitCode, params string[] arguments)
    {
        var run = ClusterSimProgram.Run(arguments);
        if (run.ExitCode != exitCode)
        {
            throw new InvalidOperationException($"clustersim {string.Join(' ', arguments)} ended with {run.ExitCode}: {run.Error}");
        }
    }
}
