namespace ClusterSim.Hosting.Configuration;

/// <summary>
/// A simulation as the reference's command line describes it. Values are kept as they were given, so that they are
/// checked by the same rules, and at the same time, as those of files. Null: not given.
/// </summary>
public sealed record ReferenceFlags
{
    /// <summary>Prefix of the trace files, without <c>.&lt;npu&gt;.et</c>. Required.</summary>
    public string? WorkloadConfiguration { get; init; }

    /// <summary>The system file. Required.</summary>
    public string? SystemConfiguration { get; init; }

    /// <summary>The network file. Required.</summary>
    public string? NetworkConfiguration { get; init; }

    /// <summary>The file of the remote memory.</summary>
    public string? RemoteMemoryConfiguration { get; init; }

    /// <summary>The file of the process groups; <c>empty</c>, as scripts for the reference say it: none.</summary>
    public string? CommGroupConfiguration { get; init; }

    /// <summary><c>congestion-aware</c>, which is the default, or <c>congestion-unaware</c>.</summary>
    public string? Backend { get; init; }

    public string? NumQueuesPerDim { get; init; }

    public string? InjectionScale { get; init; }

    public string? ComputeScale { get; init; }

    public string? CommScale { get; init; }

    public string? RendezvousProtocol { get; init; }
}
