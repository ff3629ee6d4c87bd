using ClusterSim.Collectives.Options;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Configuration.Building;
using ClusterSim.Hosting.Configuration.Cases;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Hosting.Configuration.Validation;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Workload;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Workloads;

/// <summary>A workload that a user names, without a run: the traces of a prefix, one trace, or what an experiment runs.</summary>
/// <param name="Workload">What the NPUs execute.</param>
/// <param name="System">How the NPUs compute, where an experiment says so; else null.</param>
/// <param name="IsWhole">Whether it is what all NPUs execute. If not, it is the trace of one.</param>
/// <param name="Notes">What a user should know of the input.</param>
public sealed record WorkloadSource(WorkloadSet Workload, SystemOptions? System, bool IsWhole, IReadOnlyList<string> Notes)
{
    /// <summary>What is wrong between NPUs: collectives on which they disagree, messages that nobody sends. Empty for one trace.</summary>
    public IReadOnlyList<Problem> Disagreements => IsWhole && System is not { ReplayOnly: true } ? WorkloadChecks.Find(Workload) : [];

    /// <summary>Reads a workload.</summary>
    /// <param name="path">The prefix of traces, a trace, an experiment, or the folder of a recorded case.</param>
    /// <param name="groups">A file of process groups for the prefix; null: the one beside the traces, if there is one.</param>
    /// <exception cref="InvalidInputException">It cannot be read, or is wrong. Lists all mistakes, if they are few.</exception>
    public static WorkloadSource Read(string path, string? groups = null)
    {
        switch (InputRecognition.OfPath(path))
        {
            case InputKind.Trace:
                RefuseGroups(groups, "One trace");
                return new(WorkloadSet.OfOneGraph(path, ChakraReader.Read(path, TraceFiles.RankOf(path) ?? 0), npuCount: 1), null, IsWhole: false, []);
            case InputKind.RecordedCase:
                RefuseGroups(groups, "A recorded case");
                var recorded = RecordedCase.Read(path);
                return Of(recorded.Experiment, recorded.Notes);
            case InputKind.Unknown when File.Exists(path):
                RefuseGroups(groups, "An experiment");
                var loaded = EffectiveDocument.FromFile(path).Load();
                return Of(loaded.Experiment, loaded.Notes);
            default:
                return new(ReadTraces(path, groups), null, IsWhole: true, []);
        }
    }

    /// <summary>Reads the traces of a prefix, with their groups.</summary>
    /// <param name="prefix">Folder and beginning of the files' names.</param>
    /// <param name="groups">As for <see cref="Read"/>.</param>
    /// <exception cref="InvalidInputException">As for <see cref="Read"/>.</exception>
    internal static WorkloadSet ReadTraces(string prefix, string? groups)
    {
        var context = new ReadContext(new ProblemList());
        var definitions = GroupsFile.Read(prefix, groups, context);
        var count = TraceFiles.Of(prefix) is [.., var last] ? last.Rank + 1 : 1;
        try
        {
            var workload = TraceFiles.Load(prefix, count, new TraceOptions { HasAllGroups = context.Problems.IsEmpty }, definitions);
            context.Problems.ThrowIfAny();
            return workload;
        }
        catch (InvalidInputException invalid) when (!context.Problems.IsEmpty)
        {
            context.RefuseAll(invalid.Problems);
            throw new InvalidInputException(context.Problems.Problems);
        }
    }

    private static WorkloadSource Of(Experiment experiment, IReadOnlyList<string> notes) => new(experiment.Workload, experiment.System, IsWhole: true, notes);

    private static void RefuseGroups(string? groups, string what)
    {
        if (groups is not null)
        {
            throw new InvalidInputException(Printable.Of(groups), $"{what} takes no file of process groups.", "Give one with a prefix of traces only.");
        }
    }
}
