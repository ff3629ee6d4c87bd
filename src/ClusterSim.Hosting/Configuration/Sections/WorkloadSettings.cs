using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Layers;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The keys of an experiment's workload, which has three forms.</summary>
internal static class WorkloadSettings
{
    public static readonly Setting<InputPath> Traces = new(
        "traces",
        new PathKind("trace files, without .<npu>.et", PathContent.Traces),
        "Prefix of the Chakra traces: NPU 3 replays <prefix>.3.et.")
    { IsRequired = true };

    public static readonly Setting<IReadOnlyList<long>> Replay = new(
        "replay",
        new ListKind<long>(new WholeNumberKind(0, NetworkSettings.MostNpus - 1)),
        "Which file each NPU replays: entry 5 is k where NPU 5 replays <prefix>.<k>.et. Not given: its own number.");

    public static readonly Setting<IReadOnlyList<SectionValues>> Layers = new(
        "layers",
        new FileKind<IReadOnlyList<SectionValues>>(LayerSettings.TableKind, LayerSettings.SchemaFile),
        "The layer table of a data-parallel training step.")
    { IsRequired = true };

    public static readonly Setting<Choice<LayerSchedule>> Schedule = new(
        "schedule",
        new ChoiceKind<Choice<LayerSchedule>>(new("serial", LayerSchedule.Serial), new("overlap", LayerSchedule.Overlap)),
        "Whether the next layer waits for a layer's all-reduce (serial) or not (overlap).")
    { Default = "serial" };

    public static readonly Setting<long> Iterations = new(
        "iterations", new WholeNumberKind(1, LayerTable.MostNodes), "How many steps are made, one after the other.")
    { Default = "1" };

    public static readonly Setting<Choice<CollectiveKind>> Collective = new(
        "collective",
        new ChoiceKind<Choice<CollectiveKind>>([.. SimulatedKinds.All]),
        "The kind of a single collective over all NPUs.")
    { IsRequired = true };

    public static readonly Setting<long> Size = new(
        "size",
        new SizeKind(1),
        "The bytes that each NPU brings into the collective: of a broadcast or scatter those of the root, NPU 0; of a barrier those of each message.")
    { IsRequired = true };

    public static readonly Setting<long> Repeat = new(
        "repeat", new WholeNumberKind(1, SingleCollective.MostRepetitions), "How many times the collective is made, one after the other.")
    { Default = "1" };

    public static readonly Section OfTraces = new("a workload of traces", "Recorded or generated Chakra traces.", [Traces, Replay]);

    public static readonly Section OfLayers = new(
        "a workload of layers", "A data-parallel training step.", [Layers, Schedule, Iterations]);

    public static readonly Section OfCollective = new(
        "a workload of one collective", "A micro-benchmark.", [Collective, Size, Repeat]);

    public static readonly SectionKind Kind = new(OfLayers, OfTraces, OfCollective);
}
