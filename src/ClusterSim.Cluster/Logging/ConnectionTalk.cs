namespace ClusterSim.Cluster.Logging;

/// <summary>
/// What Akka says of connections that break and of members that are given up. A process that joins shows it, since nothing else tells why
/// nobody answers; of the others of its cluster a member reports itself.
/// </summary>
internal static class ConnectionTalk
{
    private static readonly string[] Parts =
    [
        "AssociationError",
        "Tried to associate with unreachable remote address",
        "irrecoverably failed",
        "Marking node(s) as UNREACHABLE",
        "SBR took decision",
        "this member has been downed",
        "heartbeat interval is growing too large",
        "Scheduled sending of heartbeat was delayed",
    ];

    public static bool Is(string line) => Parts.Any(part => line.Contains(part, StringComparison.Ordinal));
}
