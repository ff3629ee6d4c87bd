using ClusterSim.Core.Input;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Simulation;

namespace ClusterSim.Hosting.Configuration.Cases;

/// <summary>Reads a recorded case: as an experiment of the files beside <c>case.json</c>, and the figures in it.</summary>
internal sealed class RecordedCaseReader(string folder)
{
    private const string TracePrefix = "workload";

    private static readonly Setting[] AlwaysAsked = [ExpectedNpuSettings.Exposed, ExpectedNpuSettings.Wall];

    private readonly ProblemList problems = new();

    public RecordedCase Read()
    {
        var file = Path.Combine(folder, CaseSettings.FileName);
        var context = new ReadContext(problems);
        if (!CaseSettings.Kind.TryRead(new DocumentReader(problems).ReadFile(file), context, out var values))
        {
            throw new InvalidInputException(problems.Problems);
        }

        var id = values.TryGet(CaseSettings.Id, out var given) ? given : FolderName();
        var root = Root(values);
        var expected = Expected(values);
        RequireFigures(values);

        // Without mistakes of its own, this throws those of the experiment; with some, all of them.
        var loaded = new EffectiveDocument(id, root, problems.Problems).Load();
        CheckNpus(values, expected, loaded.Experiment);
        problems.ThrowIfAny();
        return new()
        {
            Id = id,
            Note = values.TryGet(CaseSettings.Note, out var note) ? note : "",
            Experiment = loaded.Experiment,
            Notes = loaded.Notes,
            IsOrderSensitive = values.Get(CaseSettings.OrderSensitive),
            Expected = expected,
        };
    }

    private string FolderName() => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    private MapNode Root(SectionValues values)
    {
        var place = values.Place;
        var traces = new List<MapEntry> { new(WorkloadSettings.Traces.Key, new ScalarNode(place, TracePrefix, isPlain: true)) };
        if (values.NodeOf(CaseSettings.Traces) is { } replay)
        {
            traces.Add(new(WorkloadSettings.Replay.Key, replay));
        }

        var entries = new List<MapEntry> { new(ExperimentSettings.Workload.Key, new MapNode(place, traces)) };
        AddFile(entries, ExperimentSettings.Network, "network.yml", place, isRequired: true);
        AddFile(entries, ExperimentSettings.SystemPart, "system.json", place, isRequired: true);
        AddFile(entries, ExperimentSettings.Memory, "remote_memory.json", place, isRequired: false);
        AddFile(entries, ExperimentSettings.Groups, "comm_groups.json", place, isRequired: false);
        if (values.NodeOf(CaseSettings.Backend) is { } backend)
        {
            entries.Add(new(ExperimentSettings.Backend.Key, backend));
        }

        AddFlags(entries, values);
        return new(place, entries);
    }

    private void AddFile(List<MapEntry> entries, Setting setting, string name, Place place, bool isRequired)
    {
        if (isRequired || File.Exists(Path.Combine(folder, name)))
        {
            entries.Add(new(setting.Key, new ScalarNode(place, name, isPlain: true)));
        }
    }

    private void AddFlags(List<MapEntry> entries, SectionValues values)
    {
        foreach (var flag in values.TryGet(CaseSettings.Flags, out var flags) ? flags : [])
        {
            var known = ExperimentSettings.Options.Select(option => option.Key).ToArray();
            if (!known.Contains(flag.Key))
            {
                problems.Add(flag.Place.ToString(), "Unknown flag.", Suggestion.Allowed(flag.Key, known));
            }
            else if (flag.Value is { } given)
            {
                // On the command line, where the flags come from, nothing is in quotes.
                var value = given is ScalarNode text ? new ScalarNode(text.Place, text.Text, isPlain: true) : given;
                entries.Add(new(flag.Key, value));
            }
        }
    }

    private void CheckNpus(SectionValues values, List<ExpectedNpu> expected, Experiment experiment)
    {
        var npus = Enumerable.Range(0, experiment.Network.NpuCount);
        if (!expected.Select(figures => figures.Npu).SequenceEqual(npus))
        {
            problems.Add(
                values.PlaceOf(CaseSettings.Npus).ToString(),
                $"There are figures for {expected.Count} NPUs, not one for each of the {experiment.Network.NpuCount} of the network.",
                "Give the figures of each NPU once.");
        }
    }

    private List<ExpectedNpu> Expected(SectionValues values) =>
        values.TryGet(CaseSettings.Npus, out var npus) ? [.. npus.Where(npu => npu.IsSound).Select(Figures).OrderBy(npu => npu.Npu)] : [];

    // A figure that was left out would count as exact. Where the order of events matters, only the finish is asked.
    private void RequireFigures(SectionValues values)
    {
        if (values.Get(CaseSettings.OrderSensitive) || !values.TryGet(CaseSettings.Npus, out var npus))
        {
            return;
        }

        foreach (var npu in npus.Where(npu => npu.IsSound))
        {
            var missing = AlwaysAsked.Where(setting => npu.NodeOf(setting) is null).Select(setting => setting.Key).ToArray();
            if (missing.Length > 0)
            {
                problems.Add(npu.Place.ToString(), $"Figures are missing: {string.Join(", ", missing)}.", "Give them, or mark the case as order_sensitive.");
            }
        }
    }

    private ExpectedNpu Figures(SectionValues npu)
    {
        var finish = npu.Get(ExpectedNpuSettings.Finish);
        return new()
        {
            Npu = (int)npu.Get(ExpectedNpuSettings.Npu),
            Finish = new(finish),
            FinishMin = new(npu.TryGet(ExpectedNpuSettings.FinishMin, out var least) ? least : finish),
            FinishMax = new(npu.TryGet(ExpectedNpuSettings.FinishMax, out var most) ? most : finish),
            Exposed = Optional(npu, ExpectedNpuSettings.Exposed),
            Wall = Optional(npu, ExpectedNpuSettings.Wall),
            Gpu = OrZero(npu, ExpectedNpuSettings.Gpu),
            Cpu = OrZero(npu, ExpectedNpuSettings.Cpu),
            Communication = OrZero(npu, ExpectedNpuSettings.Communication),
            RemoteMemory = OrZero(npu, ExpectedNpuSettings.RemoteMemory),
            Overlap = OrZero(npu, ExpectedNpuSettings.Overlap),
            HiddenCommunication = Optional(npu, ExpectedNpuSettings.HiddenCommunication),
            Roofline = Roofline(npu),
            PeakMemory = npu.TryGet(ExpectedNpuSettings.PeakMemory, out var peak) ? new ByteSize(peak) : null,
        };
    }

    private static SimDuration? Optional(SectionValues npu, Setting<long> setting) =>
        npu.TryGet(setting, out var ns) ? new SimDuration(ns) : null;

    private static SimDuration OrZero(SectionValues npu, Setting<long> setting) => Optional(npu, setting) ?? SimDuration.Zero;

    private RooflineResult? Roofline(SectionValues npu)
    {
        var settings = ExpectedNpuSettings.Roofline;
        var missing = settings.Where(setting => npu.NodeOf(setting) is null).Select(setting => setting.Key).ToArray();
        if (missing.Length == settings.Count)
        {
            return null;
        }

        if (missing.Length > 0)
        {
            var what = $"Of the roofline's figures, {string.Join(", ", missing)} are missing.";
            problems.Add(npu.Place.ToString(), what, "Give all or none.");
            return null;
        }

        return new(
            npu.Get(ExpectedNpuSettings.ComputeBound),
            npu.Get(ExpectedNpuSettings.ComputeUtilization),
            npu.Get(ExpectedNpuSettings.MemoryUtilization),
            npu.Get(ExpectedNpuSettings.OperationIntensity));
    }
}
