using ClusterSim.Collectives.Results;
using ClusterSim.Core.Messages;
using ClusterSim.Engine;
using ClusterSim.Engine.Recording;
using ClusterSim.Hosting.Simulation;

namespace ClusterSim.Hosting.Diagnosis;

/// <summary>Finds out why a run came to no result, and says to its engine whose last messages are to be kept.</summary>
internal sealed class FailureDiagnostics
{
    private readonly Experiment experiment;
    private readonly SimulationPlan plan;

    private FailureDiagnostics(Experiment experiment, SimulationPlan plan)
    {
        this.experiment = experiment;
        this.plan = plan;
    }

    /// <summary>Makes an experiment's plan tell who is concerned when it is stuck.</summary>
    public static FailureDiagnostics For(Experiment experiment, SimulationPlan plan)
    {
        var diagnostics = new FailureDiagnostics(experiment, plan);
        plan.Concerned = diagnostics.Concerned;
        return diagnostics;
    }

    /// <summary>What is wrong with a run whose actors have come to their end; null: nothing.</summary>
    public DiagnosedFailureException? Examine(EngineResult outcome)
    {
        if (Stuck(outcome.Reports) is not { } stuck)
        {
            return null;
        }

        var calls = new StuckCalls(stuck.Workload, stuck.Npus);
        var graph = new WaitGraphBuilder(stuck, calls).Build();
        var actors = ActorsOf(graph);
        return new(new RunDiagnosis
        {
            Kind = FailureKind.Stuck,
            Headline = $"The simulation is stuck: {graph.Stuck.Count} of {plan.NpuCount} NPUs cannot finish, and no message is left.",
            Notes = [.. calls.Notes(stuck.System.QueuesPerDimension)],
            Graph = graph,
            Actors = actors,
            Last = outcome.Last,
            Names = NamesOf(actors, outcome.Last),
        });
    }

    /// <summary>What is known of an actor that failed.</summary>
    public DiagnosedFailureException Explain(ActorFailedException failure)
    {
        var names = NamesOf(failure.Actors, failure.Last);
        var diagnosis = new RunDiagnosis
        {
            Kind = FailureKind.ActorFailed,
            Headline = OverflowExplanation.TextOf(failure),
            Notes = [$"What it handled: {LastMessagesText.Describe(failure.Handled, names)}."],
            Actors = failure.Actors,
            Last = failure.Last,
            Names = names,
        };
        return new(diagnosis, failure.InnerException!);
    }

    private IReadOnlyList<ActorId> Concerned(IReadOnlyList<object> reports) => Stuck(reports) is { } stuck
        ? ActorsOf(new WaitGraphBuilder(stuck, new StuckCalls(stuck.Workload, stuck.Npus)).Build())
        : [];

    private static IReadOnlyList<ActorId> ActorsOf(WaitGraph graph) => [.. graph.Npus.Take(LastMessages.MostActors).Select(ActorId.OfNpu)];

    private StuckRun? Stuck(IReadOnlyList<object> reports)
    {
        var npus = reports.OfType<NpuReport>().ToArray();
        return Array.Exists(npus, npu => npu.Stuck is not null) ? new StuckRun(experiment, npus) : null;
    }

    private Dictionary<ActorId, string> NamesOf(IReadOnlyList<ActorId> actors, LastMessages last)
    {
        var all = plan.ActorNames.ToArray();
        return actors.Concat(last.Messages.SelectMany(message => new[] { message.From, message.To })).Distinct()
            .ToDictionary(actor => actor, actor => all[actor.Index]);
    }
}
