namespace ClusterSim.Hosting.Nodes;

/// <summary>A validated node: what <see cref="NodeFile"/> makes of a file.</summary>
public sealed record NodeOptions
{
    /// <summary>The role that lets a process own the work of a cluster. Nodes never have it.</summary>
    public const string OwnerRole = "owner";

    /// <summary>Where the node listens. Port 0: any free one.</summary>
    public HostPort Bind { get; init; } = new("127.0.0.1", 0);

    /// <summary>The host that others reach it by; null: the one it listens on.</summary>
    public string? PublicHost { get; init; }

    /// <summary>The port that others reach it by; null: the one it listens on.</summary>
    public int? PublicPort { get; init; }

    /// <summary>Nodes that it joins through; empty: it starts a cluster of its own.</summary>
    public IReadOnlyList<HostPort> Seeds { get; init; } = [];

    /// <summary>What it does, by name; each once.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>How many cores its work may take.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;

    public NodeLimits Limits { get; init; } = new();

    /// <summary>Where it caches inputs; null: below the user's own data.</summary>
    public string? InputsFolder { get; init; }

    /// <summary>What its connections are secured with; null: nothing.</summary>
    public NodeTls? Tls { get; init; }

    /// <summary>Whether it may listen to other machines without TLS.</summary>
    public bool AllowsInsecureNetwork { get; init; }

    /// <summary>Whether it runs collective algorithms that come with the work.</summary>
    public bool AllowsPlugins { get; init; }

    public FailureDetection FailureDetection { get; init; } = new();

    /// <summary>How long it waits to become a member before it gives up.</summary>
    public TimeSpan JoinTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether other machines reach it, and nothing secures that.</summary>
    public bool IsInsecure => Tls is null && !Bind.IsLoopback;
}
