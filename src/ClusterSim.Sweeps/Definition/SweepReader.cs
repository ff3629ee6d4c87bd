using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>Reads a sweep's file, and checks all of it that does not take single points.</summary>
internal sealed class SweepReader
{
    private readonly ProblemList problems = new();
    private readonly ReadContext context;
    private readonly DocumentReader files;

    private SweepReader()
    {
        context = new(problems);
        files = new(problems);
    }

    /// <summary>Reads a file, with keys of its base set.</summary>
    /// <exception cref="InvalidInputException">Something is wrong with it; carries every mistake.</exception>
    public static SweepDefinition Read(string path, IEnumerable<Override> overrides)
    {
        var sweep = new SweepReader();
        var definition = sweep.Build(sweep.files.ReadFile(path), Path.GetFileNameWithoutExtension(path), [.. overrides]);
        sweep.problems.ThrowIfAny();
        return definition ?? throw new InvalidOperationException("A sweep without mistakes was not built.");
    }

    private SweepDefinition? Build(ConfigNode file, string fileName, IReadOnlyList<Override> overrides)
    {
        if (!SweepSettings.Kind.TryRead(file, context, out var values))
        {
            return null;
        }

        var name = Name(values, fileName);
        var document = values.TryGet(SweepSettings.Base, out var node) ? Base(name, node, overrides) : null;
        var axes = new AxesReader(values, context, files).Read();
        var exclusions = new ExclusionReader(values, axes, context).Read();
        var baseline = new BaselineReader(values, axes, context).Read();
        var limits = values.TryGet(SweepSettings.Limits, out var limitValues) ? Limits(limitValues) : PointLimits.None;
        return document is null || !problems.IsEmpty
            ? null
            : new()
            {
                Name = name,
                Base = document,
                Axes = axes.Axes,
                Exclusions = exclusions,
                Baseline = baseline,
                Limits = limits,
                Yaml = SweepWriter.Write(name, document, axes.Axes, values),
                Notes = context.Notes,
                AxesPlace = values.PlaceOf(SweepSettings.Axes).ToString(),
                ExcludePlace = values.PlaceOf(SweepSettings.Exclude).ToString(),
            };
    }

    private string Name(SectionValues values, string fileName)
    {
        if (values.TryGet(SweepSettings.Name, out var given))
        {
            return given;
        }

        if (values.NodeOf(SweepSettings.Name) is null && !SweepNameKind.IsName(fileName))
        {
            context.Refuse(values.Place.ToString(), "A sweep is called as its file, and no folder can have that name.", "Give it a name.");
        }

        return fileName;
    }

    private EffectiveDocument? Base(string name, ConfigNode node, IReadOnlyList<Override> overrides)
    {
        var document = node is ScalarNode file ? EffectiveDocument.FromFile(InputPath.Of(file).Display) : EffectiveDocument.FromNode(name, node);
        var inline = document.With(overrides).Inline();
        try
        {
            inline.ToYaml();
            return inline;
        }
        catch (InvalidInputException error)
        {
            context.RefuseAll(error.Problems);
            return null;
        }
    }

    private static PointLimits Limits(SectionValues values) => new(
        values.TryGet(LimitSettings.Seconds, out var seconds) ? seconds : null,
        values.TryGet(LimitSettings.Events, out var events) ? events : null,
        values.TryGet(LimitSettings.Memory, out var memory) ? memory : null);
}
