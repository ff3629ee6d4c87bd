using System.Diagnostics;

namespace ClusterSim.Testing;

/// <summary>The program <c>clustersim</c> in a process of its own. Disposing ends it, if it still runs.</summary>
public sealed class RunningProgram : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    internal RunningProgram(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Does what Ctrl-C does.</summary>
    public void PressCtrlC()
    {
        if (UnixCalls.Kill(process.Id, UnixCalls.Interrupt) != 0)
        {
            throw new InvalidOperationException($"Process {process.Id} cannot be sent a signal.");
        }
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
                $"Its output so far:\n{output.Result}\n{error.Result}");
        }

        return new ProgramRun(process.ExitCode, output.Result, error.Result);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
