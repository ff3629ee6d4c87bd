using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ClusterSim.Hosting.Configuration.Documents;

/// <summary>Writes nodes as YAML: maps as blocks, lists of single values in one line.</summary>
internal static class DocumentWriter
{
    public static string Write(ConfigNode node)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, EmitterSettings.Default.WithBestWidth(int.MaxValue));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(version: null, tags: null, isImplicit: true));
        Emit(node, emitter);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Emit(ConfigNode node, Emitter emitter)
    {
        switch (node)
        {
            case ScalarNode scalar:
                emitter.Emit(Scalar(scalar.Text, scalar.IsPlain));
                break;
            case ListNode list:
                var style = list.Items.All(item => item is ScalarNode) ? SequenceStyle.Flow : SequenceStyle.Block;
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, style));
                foreach (var item in list.Items)
                {
                    Emit(item, emitter);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case MapNode map:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
                foreach (var (key, value) in map.Entries)
                {
                    emitter.Emit(Scalar(key, isPlain: true));
                    Emit(value, emitter);
                }

                emitter.Emit(new MappingEnd());
                break;
            default:
                throw new InvalidOperationException($"{node.Place} was not read, so it cannot be written.");
        }
    }

    private static Scalar Scalar(string text, bool isPlain) => new(
        AnchorName.Empty, TagName.Empty, text, isPlain ? ScalarStyle.Any : ScalarStyle.DoubleQuoted, isPlain, isQuotedImplicit: true);
}
