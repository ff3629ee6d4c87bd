using System.Diagnostics;
using System.Text.Json;
using ClusterSim.Testing;

namespace ClusterSim.Benchmarks;

/// <summary>A cluster of two nodes of the published program on this machine. Disposing ends them.</summary>
internal sealed class BenchmarkNodes : IDisposable
{
    private const int Count = 2;

    private readonly List<Process> processes = [];

    private BenchmarkNodes()
    {
    }

    /// <summary>Where the first node is reached.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The most memory that any of them held so far.</summary>
    public double PeakMiB => processes.Max(process => ChildProcess.PeakMiB(process.Id));

    /// <summary>Starts the nodes, and waits until both are members.</summary>
    /// <exception cref="InvalidOperationException">One ended.</exception>
    public static BenchmarkNodes Start(string program, TemporaryFolder folder)
    {
        var nodes = new BenchmarkNodes();
        try
        {
            for (var place = 0; place < Count; place++)
            {
                nodes.StartOne(program, folder, place);
            }

            return nodes;
        }
        catch
        {
            nodes.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var process in processes)
        {
            process.Kill();
            process.Dispose();
        }
    }

    private void StartOne(string program, TemporaryFolder folder, int place)
    {
        var seeds = place == 0 ? "" : $"\nseeds: ['{Address}']";
        var file = folder.Write($"node-{place}.yaml", $"roles: [worker]\ncores: 1\nport: 0\ninputs-folder: inputs-{place}{seeds}");
        var start = new ProcessStartInfo(program, ["node", "--config", file, "--format", "json"]) { RedirectStandardOutput = true, UseShellExecute = false };
        var process = Process.Start(start)!;
        processes.Add(process);
        var address = AwaitUp(process.StandardOutput);
        Address = place == 0 ? address : Address;

        // Nobody reads on, but a full pipe would hold the node up.
        _ = process.StandardOutput.ReadToEndAsync();
    }

    private static string AwaitUp(StreamReader output)
    {
        while (output.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("event").GetString() == "up")
            {
                return json.RootElement.GetProperty("address").GetString()!;
            }
        }

        throw new InvalidOperationException("A node ended before it was a member of the cluster.");
    }
}
