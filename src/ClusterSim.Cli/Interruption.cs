using System.Runtime.InteropServices;

namespace ClusterSim.Cli;

/// <summary>
/// Turns Ctrl-C and SIGTERM into a cancellation. Whoever does not heed it within a moment, such as the reading of a long
/// file, is ended with the process: a user who asks twice is annoyed already.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly Terminal terminal;
    private readonly PosixSignalRegistration[] registrations;
    private Timer? deadline;
    private int announcements;
    private TimeSpan grace = TimeSpan.FromMilliseconds(500);

    public Interruption(Terminal terminal)
    {
        this.terminal = terminal;
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        ];
    }

    public CancellationToken Token => source.Token;

    /// <summary>What the user is told.</summary>
    public string Message { get; set; } = "stopped before the end; there is no result.";

    /// <summary>The exit code of the signal that came.</summary>
    public int Code { get; private set; } = ExitCode.Interrupted;

    /// <summary>Tells the user, once, however many ways lead here at the same time.</summary>
    public void Announce()
    {
        if (Interlocked.Exchange(ref announcements, 1) == 0)
        {
            terminal.Error.WriteLine("clustersim: " + Message);
        }
    }

    /// <summary>Gives a command that ends in order longer than a moment; of several the longest counts. Who asks twice still ends it at once.</summary>
    public void AllowToFinish(TimeSpan time) => grace = time > grace ? time : grace;

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        deadline?.Dispose();
        source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (source.IsCancellationRequested)
        {
            EndProcess();
        }

        Code = context.Signal == PosixSignal.SIGTERM ? ExitCode.Terminated : ExitCode.Interrupted;
        deadline = new Timer(_ => EndProcess(), null, grace, Timeout.InfiniteTimeSpan);
        source.Cancel();
    }

    private void EndProcess()
    {
        Announce();
        Environment.Exit(Code);
    }
}
