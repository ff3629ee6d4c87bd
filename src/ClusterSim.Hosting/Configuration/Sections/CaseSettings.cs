using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Network.Options;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The keys of <c>case.json</c>, which holds the recorded figures of an experiment in the files beside it.</summary>
internal static class CaseSettings
{
    public const string FileName = "case.json";

    public static readonly Setting<string> Id = new("id", TextKind.Instance, "What the case is called; its folder's name.");

    public static readonly Setting<string> Note = new("note", TextKind.Instance, "What the case is about, for people.");

    public static readonly Setting<Choice<NetworkBackend>> Backend = new(
        ExperimentSettings.Backend.Key, (ValueKind<Choice<NetworkBackend>>)ExperimentSettings.Backend.Kind, ExperimentSettings.Backend.Help)
    { Default = ExperimentSettings.Backend.Default };

    public static readonly Setting<IReadOnlyList<MapItem<ConfigNode>>> Flags = new(
        "flags", new MapKind<ConfigNode>("a command-line flag", AnyKind.Instance), "Options of the command line, without their dashes.");

    public static readonly Setting<bool> OrderSensitive = new(
        "order_sensitive",
        FlagKind.Instance,
        "Whether the figures depend on the order of simultaneous events, so that only finish is asked, within its range.")
    { Default = "false" };

    public static readonly Setting<IReadOnlyList<long>> Traces = new(
        "traces",
        new ListKind<long>(new WholeNumberKind(0, NetworkSettings.MostNpus - 1)),
        "Which trace each NPU replays: entry 5 is k where NPU 5 replays workload.<k>.et.")
    { IsRequired = true };

    public static readonly Setting<IReadOnlyList<SectionValues>> Npus = new(
        "npus", new ListKind<SectionValues>(new SectionKind(ExpectedNpuSettings.Section)), "The figures of each NPU.")
    { IsRequired = true };

    public static readonly Section Section = new(
        "a recorded case", "The recorded figures of an experiment.", [Id, Note, Backend, Flags, OrderSensitive, Traces, Npus]);

    public static readonly SectionKind Kind = new(Section);
}
