using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>The keys of a sweep.</summary>
internal static class SweepSettings
{
    public static readonly Setting<ConfigNode> Base = new("base", BaseKind.Instance, "The experiment that is varied: the name of its file, or inline.")
    { IsRequired = true };

    public static readonly Setting<IReadOnlyList<IReadOnlyList<MapItem<ConfigNode>>>> Axes = new(
        "axes",
        new ListKind<IReadOnlyList<MapItem<ConfigNode>>>(
            new MapKind<ConfigNode>("a key of the experiment, such as network.bandwidth,", new LaterKind<IReadOnlyList<ConfigNode>>(AxisValuesKind.Instance))),
        "What is varied. Entries multiply; the keys of one entry vary together, so they have equally many values. A value is written as in the "
        + "experiment; where that takes a list, a single value stands for a list of one.")
    { IsRequired = true };

    public static readonly Setting<IReadOnlyList<IReadOnlyList<MapItem<ConfigNode>>>> Exclude = new(
        "exclude",
        new ListKind<IReadOnlyList<MapItem<ConfigNode>>>(new MapKind<ConfigNode>("a key of an axis", new LaterKind<Condition>(ConditionKind.Instance))),
        "Points that are left out: those for which every key of an entry has the value (or what tables call it), or lies within the bounds (above, below, at-least, "
        + "at-most).");

    public static readonly Setting<IReadOnlyList<MapItem<ConfigNode>>> Baseline = new(
        "baseline",
        new MapKind<ConfigNode>("a key of an axis", AnyKind.Instance),
        "What tables compare with: the wall time of each point is also given over that of the point which has these values and else the same ones.");

    public static readonly Setting<IReadOnlyList<MapItem<IReadOnlyList<string>>>> Labels = new(
        "labels",
        new MapKind<IReadOnlyList<string>>("a key of an axis", new ListKind<string>(TextKind.Instance)),
        "What tables call the values of an axis, in their order. Not given: as they are written.");

    public static readonly Setting<SectionValues> Limits = new("limits", new SectionKind(LimitSettings.Section), "What one point may take.");

    public static readonly Setting<string> Name = new(
        "name", SweepNameKind.Instance, "What the sweep is called, and the folder of its results where no other is given. Not given: as its file.");

    public static readonly Section Section = new(
        "a sweep",
        "Many configurations of an experiment, each of which is a point.",
        [Base, Axes, Exclude, Baseline, Labels, Limits, Name]);

    public static readonly SectionKind Kind = new(Section);
}
