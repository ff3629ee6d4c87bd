using ClusterSim.Core.Input;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ClusterSim.Hosting.Configuration.Documents;

/// <summary>
/// Turns the events of a YAML parser into nodes. The parser's own object model and deserialiser are not used: they drop
/// places and cost a noticeable part of the program's start.
/// </summary>
internal sealed class YamlTreeBuilder
{
    private const int DeepestNesting = 32;

    private readonly Parser parser;
    private readonly ProblemList problems;
    private readonly Place root;
    private readonly Dictionary<string, ConfigNode> anchors = new(StringComparer.Ordinal);

    public YamlTreeBuilder(string text, DocumentSource source, ProblemList problems)
    {
        parser = new Parser(new StringReader(text));
        root = Place.Root(source);
        this.problems = problems;
    }

    /// <summary>The document's value; a node that stands for nothing readable if there is none, or its syntax is wrong.</summary>
    public ConfigNode Build()
    {
        try
        {
            return Document();
        }
        catch (YamlException error)
        {
            return Refuse((int)error.Start.Line, $"This is no valid YAML. {error.Message}");
        }
        catch (InvalidOperationException)
        {
            // The parser ends this way where a bracket of a list or map in one line is not closed.
            return Refuse(LineNow(), "This is no valid YAML. A list or map in brackets is not closed.");
        }
    }

    private ConfigNode Document()
    {
        Next(); // the stream's start
        if (Next() is not DocumentStart)
        {
            return Missing();
        }

        Next();
        var value = Node(root, depth: 0);
        Next(); // the document's end
        if (Next() is DocumentStart second)
        {
            return Refuse((int)second.Start.Line, "A second document starts here.", "Give one document a file.");
        }

        return value is ScalarNode { IsNull: true } ? Missing() : value;
    }

    private ConfigNode Missing()
    {
        if (root.Source.HasLines)
        {
            problems.Add(root.ToString(), "The file is empty.");
            return new UnreadableNode(root);
        }

        return new ScalarNode(root, "", isPlain: true);
    }

    private ConfigNode Node(Place place, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new SemanticErrorException(parser.Current!.Start, parser.Current.End, $"It is nested more than {DeepestNesting} deep.");
        }

        var anchor = (parser.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        ConfigNode node = parser.Current switch
        {
            Scalar scalar => new ScalarNode(place, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => List(place, depth),
            MappingStart => Map(place, depth),
            AnchorAlias alias => Aliased(alias),
            var other => throw new SemanticErrorException(other!.Start, other.End, "A value is missing."),
        };
        if (!anchor.IsEmpty)
        {
            anchors[anchor.Value] = node;
        }

        return node;
    }

    private ListNode List(Place place, int depth)
    {
        var items = new List<ConfigNode>();
        while (Next() is not SequenceEnd)
        {
            items.Add(Node(place.Item(items.Count, LineNow()), depth + 1));
        }

        return new ListNode(place, items);
    }

    private MapNode Map(Place place, int depth)
    {
        var entries = new List<MapEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (Next() is not MappingEnd)
        {
            var line = LineNow();
            var key = Node(place, depth + 1) as ScalarNode;
            Next();
            var at = place.Key(key?.Text ?? "?", line);
            var value = Node(at, depth + 1);
            if (key is null)
            {
                problems.Add(at.ToString(), "A key must be a single value.");
            }
            else if (lines.TryAdd(key.Text, line))
            {
                entries.Add(new(key.Text, value));
            }
            else
            {
                problems.Add(at.ToString(), $"The key is given twice, first in line {lines[key.Text]}.", "Remove one of them.");
            }
        }

        return new MapNode(place, entries);
    }

    private ConfigNode Aliased(AnchorAlias alias) =>
        anchors.TryGetValue(alias.Value.Value, out var node)
            ? node
            : throw new SemanticErrorException(alias.Start, alias.End, $"No value before this one is named &{alias.Value.Value}.");

    private ParsingEvent? Next()
    {
        parser.MoveNext();
        return parser.Current;
    }

    private int LineNow() => (int)(parser.Current?.Start.Line ?? 1);

    private UnreadableNode Refuse(int line, string what, string? remedy = null)
    {
        var where = root.Source.HasLines ? $"{root.Source.Name}:{line}" : root.Source.Name;
        problems.Add(where, what, remedy);
        return new UnreadableNode(root);
    }
}
