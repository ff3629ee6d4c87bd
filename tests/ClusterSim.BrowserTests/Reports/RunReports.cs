using System.Text;
using ClusterSim.Testing;

namespace ClusterSim.BrowserTests.Reports;

/// <summary>Reports of runs, made once by the program itself, each when the first test asks for it.</summary>
public sealed class RunReports : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<string> eight;
    private readonly Lazy<string> thousand;
    private readonly Lazy<string> crowded;
    private readonly Lazy<string> training;
    private readonly Lazy<string> stuck;

    public RunReports()
    {
        eight = new(() => Make("eight", Repository.PathOf("cluster-config", "experiments", "resnet50-hgx-h100-8.yaml")));
        thousand = new(() => Make("thousand", Write("thousand", "workload: { collective: all-reduce, size: 1MiB }\n" + NetworkOf("Ring", 1024))));
        training = new(() => Make("training", WriteTraining()));
        stuck = new(() => Make("stuck", WriteStuck(), exitCode: 1));
        crowded = new(() => Make("crowded", Write("crowded", LayersOf(700) + NetworkOf("Switch", 64))));
    }

    /// <summary>Of 8 NPUs that train ResNet-50.</summary>
    public string Eight => eight.Value;

    /// <summary>Of 1024 NPUs in one all-reduce.</summary>
    public string Thousand => thousand.Value;

    /// <summary>Of so many nodes that most NPUs are summed up.</summary>
    public string Crowded => crowded.Value;

    /// <summary>Of a step that hides communication, and whose memory is tracked.</summary>
    public string Training => training.Value;

    /// <summary>Of one that got stuck.</summary>
    public string Stuck => stuck.Value;

    /// <summary>One of those that are looked at whole.</summary>
    public string Of(string name) => name switch
    {
        "eight" => Eight,
        "thousand" => Thousand,
        "stuck" => Stuck,
        _ => Training,
    };

    public void Dispose() => folder.Dispose();

    private static string NetworkOf(string topology, int npus) =>
        $$"""
          network: { topology: [{{topology}}], npus_count: [{{npus}}], bandwidth: [50], latency: [500] }
          system: { local-mem-bw: 1600 }

          """;

    private static string LayersOf(int count)
    {
        var text = new StringBuilder("workload:\n  layers:\n");
        for (var layer = 0; layer < count; layer++)
        {
            text.Append($"  - {{ name: layer_{layer}, forward_us: {10 + (layer % 7)}, input_gradient_us: 10, weight_gradient_us: 10, all_reduce: {(layer % 100 == 0 ? 4096 : 0)} }}\n");
        }

        return text.ToString();
    }

    private string WriteTraining()
    {
        TrainingTraces.Write(folder, Path.Combine("experiments", "step"), npus: 8);
        return Write(
            "training",
            """
            workload: { traces: step }
            network: { topology: [Ring], npus_count: [8], bandwidth: [50], latency: [500] }
            system: { local-mem-bw: 1600, track-local-mem: 1 }
            memory: { memory-type: PER_NPU_MEMORY_EXPANSION, remote-mem-latency: 700, remote-mem-bw: 25 }

            """);
    }

    private string WriteStuck()
    {
        StuckTraces.Write(folder, Path.Combine("experiments", "waits"), npus: 8);
        return Write("stuck", "workload: { traces: waits }\n" + NetworkOf("Ring", 8));
    }

    private string Write(string name, string experiment) => folder.Write(Path.Combine("experiments", name + ".yaml"), experiment);

    private string Make(string name, string experiment, int exitCode = 0)
    {
        var trace = folder.PathOf(name);
        Run(exitCode, "run", experiment, "--trace", trace);
        Run(0, "report", trace, "-o", trace + ".html");
        return trace + ".html";
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
