using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration.Building;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Workload.Collectives;

namespace ClusterSim.Hosting.Configuration;

/// <summary>
/// An experiment as one document: its file with the files that it names, and what overrides their keys. Immutable, so
/// that one reading serves all points of a sweep.
/// </summary>
public sealed class EffectiveDocument
{
    private readonly string name;
    private readonly ConfigNode root;

    // What was found wrong on the way here. It is only told together with what loading finds.
    private readonly IReadOnlyList<Problem> problems;

    internal EffectiveDocument(string name, ConfigNode root, IReadOnlyList<Problem> problems)
    {
        this.name = name;
        this.root = root;
        this.problems = problems;
    }

    /// <summary>The document of an experiment's file. What is wrong with it shows when it is loaded.</summary>
    public static EffectiveDocument FromFile(string path)
    {
        var found = new ProblemList();
        var document = new DocumentReader(found).ReadFile(path);
        return new(Path.GetFileNameWithoutExtension(path), document, found.Problems);
    }

    /// <summary>The document of an experiment that the reference's flags describe.</summary>
    public static EffectiveDocument FromFlags(ReferenceFlags flags)
    {
        var found = new ProblemList();
        var document = new FlagsDocument(flags, found).Root();
        return new(Path.GetFileName(flags.WorkloadConfiguration ?? ""), document, found.Problems);
    }

    /// <summary>An experiment that is written inline, perhaps without what is set later.</summary>
    internal static EffectiveDocument FromNode(string name, ConfigNode node) => new(name, node, []);

    /// <summary>A document that <see cref="ToYaml"/> wrote.</summary>
    public static EffectiveDocument FromYaml(string name, string text)
    {
        var found = new ProblemList();
        var document = new DocumentReader(found).ReadText(text, DocumentSource.OfCommandLine(name));
        return new(name, document, found.Problems);
    }

    /// <summary>What the experiment is called.</summary>
    public string Name => name;

    /// <summary>The same document with everything inline, so that no file is read for it again.</summary>
    internal EffectiveDocument Inline()
    {
        var found = Copy();
        var expanded = Expanded(found);
        return new(name, expanded, found.Problems);
    }

    /// <summary>The same document with a key set to a value that was read elsewhere.</summary>
    internal EffectiveDocument With(string key, ConfigNode value)
    {
        var found = Copy();
        var changed = new OverrideWriter(found, ExperimentSettings.Kind).Apply(root, key, value);
        return new(name, changed, found.Problems);
    }

    /// <summary>The document with itself and all that stands below it changed by a function, from the top down; files are opened first.</summary>
    internal ConfigNode Rewrite(Func<ValueKind, ConfigNode, ConfigNode> change)
    {
        var found = Copy();
        var expanded = Expanded(found);
        found.ThrowIfAny();
        return ExperimentSettings.Kind.Rewrite(expanded, change);
    }

    /// <summary>The same document with keys set, in their order. They reach into the files that it names.</summary>
    public EffectiveDocument With(IEnumerable<Override> overrides)
    {
        var found = Copy();
        var writer = new OverrideWriter(found, ExperimentSettings.Kind);
        var changed = overrides.Aggregate(root, writer.Apply);
        return new(name, changed, found.Problems);
    }

    /// <summary>Checks the document and reads what it names.</summary>
    /// <exception cref="InvalidInputException">Something is wrong with it; carries every mistake.</exception>
    public LoadedExperiment Load() => Load(traces: null);

    /// <summary>Checks the document and reads what it names; traces that were read before are taken from where they are kept.</summary>
    /// <exception cref="InvalidInputException">Something is wrong with it; carries every mistake.</exception>
    internal LoadedExperiment Load(TraceCache? traces)
    {
        var found = Copy();
        var context = new ReadContext(found) { Traces = traces };
        var experiment = ExperimentSettings.Kind.TryRead(Expanded(found), context, out var values)
            ? new ExperimentBuilder(name, values, context).Build()
            : null;
        found.ThrowIfAny();
        return new(experiment ?? throw new InvalidOperationException("An experiment without mistakes was not built."), context.Notes);
    }

    /// <summary>The document as YAML: everything inline, paths in full, so that it means the same wherever it is kept.</summary>
    /// <exception cref="InvalidInputException">A file of it cannot be read.</exception>
    public string ToYaml() => DocumentWriter.Write(Rewrite(static (kind, node) => kind is PathKind ? PathKind.InFull(node) : node));

    /// <summary>The collective that is the whole workload, with the size that is simulated; null: the workload is something else.</summary>
    /// <remarks>What stands in files of its own is not looked into.</remarks>
    public SingleCollective? Collective() => CollectiveReader.Read(root);

    /// <summary>The prefixes of all traces that the document names, in full.</summary>
    /// <exception cref="InvalidInputException">A file of it cannot be read.</exception>
    public IReadOnlySet<string> TracePrefixes() => Paths(PathContent.Traces);

    /// <summary>The files of all plug-ins that the document names, in full.</summary>
    /// <exception cref="InvalidInputException">A file of it cannot be read.</exception>
    public IReadOnlySet<string> Plugins() => Paths(PathContent.Plugin);

    /// <summary>The same document with traces that lie elsewhere.</summary>
    /// <param name="prefixOf">The prefix that stands for one of <see cref="TracePrefixes"/>.</param>
    /// <exception cref="InvalidInputException">A file of it cannot be read.</exception>
    public EffectiveDocument WithTraces(Func<string, string> prefixOf) => With(PathContent.Traces, prefixOf);

    /// <summary>The same document with plug-ins that lie elsewhere.</summary>
    /// <param name="fileOf">The file that stands for one of <see cref="Plugins"/>.</param>
    /// <exception cref="InvalidInputException">A file of it cannot be read.</exception>
    public EffectiveDocument WithPlugins(Func<string, string> fileOf) => With(PathContent.Plugin, fileOf);

    /// <summary>The same document with further plug-ins; their paths are relative to the current folder.</summary>
    public EffectiveDocument WithPlugins(IReadOnlyList<string> files)
    {
        if (files.Count == 0)
        {
            return this;
        }

        var found = Copy();
        var key = $"{ExperimentSettings.SystemPart.Key}.{SystemSettings.Plugins.Key}";
        var place = Place.Root(DocumentSource.OfCommandLine("--plugin"));
        var known = ((Expanded(new()) as MapNode)?.Find(ExperimentSettings.SystemPart.Key) as MapNode)?.Find(SystemSettings.Plugins.Key);
        var added = files.Select(file => new ScalarNode(place, file, isPlain: false));
        var all = new ListNode(place, [.. (known as ListNode)?.Items ?? [], .. added]);
        return new(name, new OverrideWriter(found, ExperimentSettings.Kind).Apply(root, key, all), found.Problems);
    }

    private EffectiveDocument With(PathContent content, Func<string, string> pathOf) =>
        new(name, Rewrite((kind, node) => kind is PathKind path && path.Content == content ? PathKind.Rewrite(node, pathOf) : node), problems);

    private HashSet<string> Paths(PathContent content)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        With(content, path =>
        {
            paths.Add(path);
            return path;
        });
        return paths;
    }

    private ConfigNode Expanded(ProblemList found)
    {
        var reader = new DocumentReader(found);
        return ExperimentSettings.Kind.Rewrite(root, (kind, node) => kind.Open(node, reader));
    }

    private ProblemList Copy()
    {
        var copy = new ProblemList();
        copy.AddRange(problems);
        return copy;
    }
}
