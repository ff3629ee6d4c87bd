using System.Diagnostics;
using System.Text.Json;

namespace ClusterSim.Testing.Clusters;

/// <summary>A node of a cluster in a process of its own. Disposing kills it, if it still runs.</summary>
public sealed class TestNode : IDisposable
{
    private readonly Process process;
    private readonly Lock gate = new();
    private readonly List<NodeLine> lines = [];
    private readonly Task<string> error;
    private readonly Task reading;
    private TaskCompletionSource changed = NewSignal();

    private TestNode(Process process)
    {
        this.process = process;
        error = process.StandardError.ReadToEndAsync();
        reading = ReadAsync();
    }

    /// <summary>How long anything may take that takes a second or so on an idle machine.</summary>
    public static TimeSpan Bound { get; } = TimeSpan.FromSeconds(90);

    /// <summary>Where it is reached; known once it is joining.</summary>
    public string Address => Lines.First(line => line.Address is not null).Address!;

    /// <summary>What it printed so far.</summary>
    public IReadOnlyList<NodeLine> Lines
    {
        get
        {
            lock (gate)
            {
                return [.. lines];
            }
        }
    }

    /// <summary>Starts a node.</summary>
    /// <param name="folder">Gets its file, and its cache.</param>
    /// <param name="settings">Keys of its file, one a line; roles, port 0 and a quick failure detection need not be given.</param>
    public static TestNode Start(TemporaryFolder folder, string settings)
    {
        var name = $"node-{Directory.GetFiles(folder.FullPath).Length}";
        var text = settings
            + (settings.Contains("roles:", StringComparison.Ordinal) ? "" : "\nroles: [worker]")
            + $"\ninputs-folder: {name}-inputs"
            + "\n" + QuickDetection;
        var file = folder.Write(name + ".yaml", text);
        var start = new ProcessStartInfo(ClusterSimProgram.ProgramFile, ["node", "--config", file, "--format", "json"])
        {
            WorkingDirectory = folder.FullPath,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new TestNode(Process.Start(start)!);
    }

    /// <summary>What a node's file needs for a silent member to be given up after four seconds. Shorter fails on a busy machine.</summary>
    public const string QuickDetection = "failure-detection: { heartbeat-ms: 200, pause-ms: 2000, stable-after-ms: 1000 }";

    /// <summary>Starts a node, and waits until it is a member.</summary>
    public static async Task<TestNode> StartUpAsync(TemporaryFolder folder, string settings)
    {
        var node = Start(folder, settings);
        try
        {
            await node.WaitForAsync("up");
            return node;
        }
        catch
        {
            node.Dispose();
            throw;
        }
    }

    /// <summary>Waits for a line, be it there already or not.</summary>
    /// <param name="what">The event of the line.</param>
    /// <param name="member">Whom it is about; null: anybody.</param>
    /// <param name="count">Which one of such lines.</param>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public async Task<NodeLine> WaitForAsync(string what, string? member = null, int count = 1)
    {
        using var bound = new CancellationTokenSource(Bound);
        while (true)
        {
            Task next;
            lock (gate)
            {
                var found = lines.Where(line => line.Event == what && (member is null || line.Member == member)).Skip(count - 1).FirstOrDefault();
                if (found is not null)
                {
                    return found;
                }

                next = changed.Task;
            }

            await WaitAsync(next, $"{what} {member} (number {count})", bound.Token);
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitForEndAsync()
    {
        using var bound = new CancellationTokenSource(Bound);
        await WaitAsync(process.WaitForExitAsync(bound.Token), "its end", bound.Token);
        await reading;
        if (Lines.FirstOrDefault(line => line.Event == "stray") is { } stray)
        {
            throw new InvalidOperationException($"The node printed a line that is no report: {stray.Message}");
        }

        return process.ExitCode;
    }

    /// <summary>Asks it to leave, as a service manager does.</summary>
    public void Terminate() => Signal(UnixCalls.Terminate);

    /// <summary>Asks it to leave, as a person does.</summary>
    public void PressCtrlC() => Signal(UnixCalls.Interrupt);

    /// <summary>Stops it where it is; <see cref="Wake"/> lets it go on.</summary>
    public void Freeze() => Signal(UnixCalls.Stop);

    /// <summary>Lets it go on.</summary>
    public void Wake() => Signal(UnixCalls.Continue);

    /// <summary>Ends it without a chance to say anything.</summary>
    public void Kill() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Signal(int signal)
    {
        if (UnixCalls.Kill(process.Id, signal) != 0)
        {
            throw new InvalidOperationException($"Process {process.Id} cannot be sent a signal.");
        }
    }

    private async Task WaitAsync(Task task, string what, CancellationToken bound)
    {
        try
        {
            await task.WaitAsync(bound);
        }
        catch (OperationCanceledException expired)
        {
            throw new TimeoutException($"Waited {Bound.TotalSeconds:0} s for: {what}. The node printed:\n{string.Join('\n', Lines)}", expired);
        }
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } text)
        {
            Add(Parse(text));
        }

        foreach (var text in (await error).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Add(new NodeLine("error", Address: null, Member: null, text));
        }
    }

    private void Add(NodeLine line)
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            lines.Add(line);
            signal = changed;
            changed = NewSignal();
        }

        signal.SetResult();
    }

    // What is not of the node itself is kept too, so that no test waits in vain for what comes after it.
    private static NodeLine Parse(string text)
    {
        if (!text.StartsWith('{'))
        {
            return new NodeLine("stray", Address: null, Member: null, text);
        }

        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        return new NodeLine(
            root.GetProperty("event").GetString()!,
            root.GetProperty("address").GetString(),
            root.GetProperty("member").GetString(),
            root.GetProperty("message").GetString()!);
    }
}
