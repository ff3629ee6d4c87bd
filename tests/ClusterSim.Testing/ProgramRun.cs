namespace ClusterSim.Testing;

/// <summary>What became of a program.</summary>
/// <param name="ExitCode">As a shell sees it: 128 and the signal's number where a signal ended it.</param>
/// <param name="Output">All that it wrote to standard output.</param>
/// <param name="Error">All that it wrote to standard error.</param>
public sealed record ProgramRun(int ExitCode, string Output, string Error);
