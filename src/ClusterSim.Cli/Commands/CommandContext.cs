namespace ClusterSim.Cli.Commands;

/// <summary>What every command works with.</summary>
/// <param name="Terminal">Where it writes.</param>
/// <param name="Cancellation">Set by Ctrl-C.</param>
internal sealed record CommandContext(Terminal Terminal, CancellationToken Cancellation);
