using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration.Cases;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Hosting.Workloads;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Configuration.Validation;

/// <summary>Checks files without simulating them. Finds out by itself what each is.</summary>
public sealed class InputValidator
{
    private readonly ReadContext context = new(new ProblemList());
    private readonly string path;

    private InputValidator(string path)
    {
        this.path = path;
    }

    /// <summary>
    /// Checks a file: an experiment, a network, a system, a remote memory, a layer table, process groups or a trace; or the
    /// prefix of traces, with the process groups beside them, or the folder of a recorded case. Of what has the traces of all NPUs, these must also agree on
    /// their collectives, and each receive must have its send.
    /// </summary>
    public static ValidationReport Validate(string path)
    {
        var validator = new InputValidator(path);
        var kind = InputRecognition.OfPath(path);
        ConfigNode? document = null;
        if (kind == InputKind.Unknown)
        {
            document = new DocumentReader(validator.context.Problems).ReadFile(path);
            kind = InputRecognition.OfDocument(document);
        }

        var experiment = validator.Check(kind, document);
        return new(path, kind, validator.context.Problems.Problems, validator.context.Notes, experiment);
    }

    private Experiment? Check(InputKind kind, ConfigNode? document)
    {
        try
        {
            switch (kind)
            {
                case InputKind.Experiment:
                    var loaded = EffectiveDocument.FromFile(path).Load();
                    return Agreed(loaded.Experiment, loaded.Notes);
                case InputKind.RecordedCase:
                    var recorded = RecordedCase.Read(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!);
                    return Agreed(recorded.Experiment, recorded.Notes);
                case InputKind.Trace:
                    ChakraReader.Read(path, TraceFiles.RankOf(path) ?? 0);
                    return null;
                case InputKind.Traces:
                    context.RefuseAll(WorkloadChecks.Find(WorkloadSource.ReadTraces(path, groups: null)));
                    return null;
                default:
                    new DocumentCheck(document!, context).Check(kind);
                    return null;
            }
        }
        catch (InvalidInputException error)
        {
            context.RefuseAll(error.Problems);
            return null;
        }
    }

    private Experiment? Agreed(Experiment experiment, IReadOnlyList<string> notes)
    {
        context.Notes.AddRange(notes);
        if (!experiment.System.ReplayOnly)
        {
            context.RefuseAll(WorkloadChecks.Find(experiment.Workload, experiment.System.SimulatesBroadcasts));
        }

        return context.Problems.IsEmpty ? experiment : null;
    }
}
