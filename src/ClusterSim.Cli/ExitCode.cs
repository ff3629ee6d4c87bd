namespace ClusterSim.Cli;

/// <summary>What the program's end tells a script.</summary>
internal static class ExitCode
{
    /// <summary>Done, and everything held that was to be checked.</summary>
    public const int Success = 0;

    /// <summary>The simulation failed, a recorded case differs, the result cannot be written, or a cluster cannot be joined or reached.</summary>
    public const int Failure = 1;

    /// <summary>The input or the command line is wrong; nothing was simulated.</summary>
    public const int InvalidInput = 2;

    /// <summary>Ended by Ctrl-C: 128 and the signal's number, as shells have it.</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by SIGTERM.</summary>
    public const int Terminated = 143;
}
