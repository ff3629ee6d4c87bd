using System.Diagnostics;

namespace ClusterSim.Testing;

/// <summary>The program <c>clustersim</c> in a process of its own. Disposing ends it, if it still runs.</summary>
public sealed class RunningProgram : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly GrowingText error = new();
    private readonly Task reading;

    internal RunningProgram(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        reading = error.ReadAsync(process.StandardError);
    }

    /// <summary>Whether it has come to its end.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Does what Ctrl-C does.</summary>
    public void PressCtrlC() => Signal(UnixCalls.Interrupt);

    /// <summary>Stops it where it is.</summary>
    public void Freeze() => Signal(UnixCalls.Stop);

    /// <summary>Waits until it has written something to standard error.</summary>
    /// <exception cref="TimeoutException">It did not within <see cref="ClusterSimProgram.Bound"/>.</exception>
    public Task WaitForErrorAsync(string text) => error.WaitForAsync(text, ClusterSimProgram.Bound);

    /// <summary>Waits until it has written a line to standard error.</summary>
    /// <param name="start">How the line begins.</param>
    /// <returns>The rest of it.</returns>
    /// <exception cref="TimeoutException">It did not within <see cref="ClusterSimProgram.Bound"/>.</exception>
    public async Task<string> WaitForErrorLineAsync(string start)
    {
        await error.WaitForAsync(text => RestOfLine(text, start) is not null, start, ClusterSimProgram.Bound);
        return RestOfLine(error.ToString(), start)!;
    }

    /// <summary>Does what <c>kill -9</c> does: the program cannot do anything about it.</summary>
    public void Kill() => process.Kill();

    /// <summary>Waits for the program's end.</summary>
    /// <param name="bound">How long it may take.</param>
    /// <exception cref="TimeoutException">It took longer.</exception>
    public ProgramRun WaitForEnd(TimeSpan bound)
    {
        if (!process.WaitForExit(bound))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"Waited {bound.TotalSeconds:0} s for the end of: clustersim {string.Join(' ', process.StartInfo.ArgumentList)}\n" +
                $"Its output so far:\n{output.Result}\n{error}");
        }

        reading.Wait();
        return new ProgramRun(process.ExitCode, output.Result, error.ToString());
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private void Signal(int signal)
    {
        if (UnixCalls.Kill(process.Id, signal) != 0)
        {
            throw new InvalidOperationException($"Process {process.Id} cannot be sent a signal.");
        }
    }

    // What stands behind the last line break is no line yet.
    private static string? RestOfLine(string text, string start) =>
        text.Split('\n')[..^1].FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))?[start.Length..];
}
