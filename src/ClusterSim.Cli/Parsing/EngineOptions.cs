using System.CommandLine;
using ClusterSim.Engine;
using ClusterSim.Hosting.Simulation;

namespace ClusterSim.Cli.Parsing;

/// <summary>How simulations are run: the options that all commands share which simulate. None changes a result.</summary>
internal sealed class EngineOptions
{
    private readonly CountOption partitions;
    private readonly ChoiceOption<Transport> transport;

    /// <param name="command">The command that gets the options.</param>
    /// <param name="defaultPartitions">What the help says of the number of partitions when none is given.</param>
    public EngineOptions(Command command, string defaultPartitions)
    {
        partitions = new CountOption("--partitions", $"Into how many parts, each with a thread, a simulation is split. Default: {defaultPartitions}.");
        transport = new ChoiceOption<Transport>(
            "--transport",
            "How simulated messages travel: as structs, or each through Akka's Tell, to check the first against.",
            ("fast", Transport.Fast),
            ("strict", Transport.Strict));
        command.Add(partitions);
        command.Add(transport);
    }

    public RunOptions Read(ParseResult parsed) => new()
    {
        Partitions = parsed.GetValue(partitions),
        Transport = transport.Read(parsed),
    };
}
