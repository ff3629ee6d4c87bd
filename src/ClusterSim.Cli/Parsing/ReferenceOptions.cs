using System.CommandLine;
using ClusterSim.Hosting.Configuration;

namespace ClusterSim.Cli.Parsing;

/// <summary>
/// The reference simulator's own flags, so that scripts written for it run unchanged. Their values are checked with all
/// other input.
/// </summary>
internal sealed class ReferenceOptions
{
    private readonly List<Option<string?>> all = [];
    private readonly Option<string?> workload;
    private readonly Option<string?> system;
    private readonly Option<string?> network;
    private readonly Option<string?> memory;
    private readonly Option<string?> groups;
    private readonly Option<string?> backend;
    private readonly Option<string?> queues;
    private readonly Option<string?> injection;
    private readonly Option<string?> compute;
    private readonly Option<string?> communication;
    private readonly Option<string?> rendezvous;

    public ReferenceOptions(Command command)
    {
        workload = Flag("--workload-configuration", "PREFIX", "Traces: NPU i replays PREFIX.i.et.");
        system = Flag("--system-configuration", "FILE", "The system, in the reference's form.");
        network = Flag("--network-configuration", "FILE", "The network, in the reference's form.");
        memory = Flag("--remote-memory-configuration", "FILE", "The remote memory, in the reference's form.");
        groups = Flag("--comm-group-configuration", "FILE", "The process groups, in the reference's form.");
        backend = Flag("--backend", "NAME", "congestion-aware or congestion-unaware. Default: congestion-aware.");
        queues = Flag("--num-queues-per-dim", "N", "How many queues each network dimension has. Default: 1.");
        injection = Flag("--injection-scale", "X", "Factor on the endpoint delay. Default: 1.");
        compute = Flag("--compute-scale", "X", "Factor on compute durations. Default: 1.");
        communication = Flag("--comm-scale", "X", "Factor on the sizes of collectives and sends. Default: 1.");
        rendezvous = Flag("--rendezvous-protocol", "true|false", "Whether a message waits until its receiver asks for it. Default: false.");
        rendezvous.Arity = ArgumentArity.ZeroOrOne;
        foreach (var flag in all)
        {
            command.Add(flag);
        }
    }

    /// <summary>The flags that are given, by name.</summary>
    public IEnumerable<string> Given(ParseResult parsed) => all.Where(flag => parsed.GetResult(flag) is not null).Select(flag => flag.Name);

    public ReferenceFlags Read(ParseResult parsed) => new()
    {
        WorkloadConfiguration = parsed.GetValue(workload),
        SystemConfiguration = parsed.GetValue(system),
        NetworkConfiguration = parsed.GetValue(network),
        RemoteMemoryConfiguration = parsed.GetValue(memory),
        CommGroupConfiguration = parsed.GetValue(groups),
        Backend = parsed.GetValue(backend),
        NumQueuesPerDim = parsed.GetValue(queues),
        InjectionScale = parsed.GetValue(injection),
        ComputeScale = parsed.GetValue(compute),
        CommScale = parsed.GetValue(communication),
        RendezvousProtocol = parsed.GetResult(rendezvous) is null ? null : parsed.GetValue(rendezvous) ?? "true",
    };

    private Option<string?> Flag(string name, string value, string description)
    {
        var flag = new Option<string?>(name) { HelpName = value, Description = description };
        all.Add(flag);
        return flag;
    }
}
