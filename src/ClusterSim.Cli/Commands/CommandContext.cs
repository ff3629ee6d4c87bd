namespace ClusterSim.Cli.Commands;

/// <summary>What every command works with.</summary>
/// <param name="Terminal">Where it writes.</param>
/// <param name="Cancellation">Set by Ctrl-C.</param>
internal sealed record CommandContext(Terminal Terminal, CancellationToken Cancellation)
{
    /// <summary>Takes what a user is told who stops the command, where there is more to say than that there is no result.</summary>
    public Action<string> SayWhenStopped { get; init; } = static _ => { };

    /// <summary>Tells how long the command takes to end in order once <see cref="Cancellation"/> is set; else it has a moment.</summary>
    public Action<TimeSpan> AllowToFinish { get; init; } = static _ => { };
}
