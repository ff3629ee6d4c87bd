namespace ClusterSim.Hosting.Estimates;

/// <summary>What the NPUs of a simulation do, added up. Doubles, since nothing bounds a workload that is only described.</summary>
internal readonly record struct Traffic
{
    /// <summary>Nodes that NPUs execute.</summary>
    public double Nodes { get; init; }

    /// <summary>Those of them that are collectives.</summary>
    public double Calls { get; init; }

    /// <summary>Collectives, whatever the number of their ranks.</summary>
    public double Collectives { get; init; }

    /// <summary>Streams that exist at the same time, in all NPUs, if collectives run one after the other.</summary>
    public double Streams { get; init; }

    public double Messages { get; init; }

    /// <summary>Links that the messages cross.</summary>
    public double Hops { get; init; }

    /// <summary>Messages that are on their way at the same time, if collectives run one after the other.</summary>
    public double MessagesAtOnce { get; init; }

    /// <summary>Adds what some NPUs do beside others, or before them.</summary>
    public static Traffic operator +(Traffic left, Traffic right) => new()
    {
        Nodes = left.Nodes + right.Nodes,
        Calls = left.Calls + right.Calls,
        Collectives = left.Collectives + right.Collectives,
        Streams = left.Streams + right.Streams,
        Messages = left.Messages + right.Messages,
        Hops = left.Hops + right.Hops,
        MessagesAtOnce = left.MessagesAtOnce + right.MessagesAtOnce,
    };

    /// <summary>The same for a number of NPUs.</summary>
    public static Traffic operator *(Traffic one, int npus) => new()
    {
        Nodes = one.Nodes * npus,
        Calls = one.Calls * npus,
        Collectives = one.Collectives * npus,
        Streams = one.Streams * npus,
        Messages = one.Messages * npus,
        Hops = one.Hops * npus,
        MessagesAtOnce = one.MessagesAtOnce * npus,
    };
}
