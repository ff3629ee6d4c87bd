using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Planning;

/// <summary>
/// Hashes all that determines the result of an experiment but the program's version. Where a file lies, in which order a section has its
/// keys, how values are written, and keys without effect make no difference; the contents of traces and plug-ins do.
/// </summary>
internal sealed class ConfigurationHash(TraceHashes traces, PluginHashes plugins)
{
    // Frozen by a test: other bytes make every finished point of every folder unknown.
    private const byte Text = 1;
    private const byte List = 2;
    private const byte Map = 3;

    public PointId Of(EffectiveDocument document)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        Write(document.Rewrite(Canonical), bytes);
        return PointId.Of(bytes.WrittenSpan);
    }

    private ConfigNode Canonical(ValueKind kind, ConfigNode node) => (kind, node) switch
    {
        (PathKind { Content: PathContent.Plugin }, ScalarNode path) => new ScalarNode(path.Place, plugins.Of(InputPath.Of(path).FullPath), isPlain: false),
        (PathKind, ScalarNode path) => new ScalarNode(path.Place, traces.Of(InputPath.Of(path).FullPath), isPlain: false),
        (SectionKind section, MapNode map) => new MapNode(map.Place, Sorted(section, map)),
        _ => kind.Canonical(node),
    };

    private static MapEntry[] Sorted(SectionKind section, MapNode map)
    {
        var entries = map.Entries.Where(entry => entry.Key != Section.SchemaKey && section.Find(entry.Key) is not SettingWithoutEffect).ToArray();
        Array.Sort(entries, static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        return entries;
    }

    private static void Write(ConfigNode node, ArrayBufferWriter<byte> into)
    {
        switch (node)
        {
            case ScalarNode scalar:
                Write(Text, scalar.Text, into);
                break;
            case ListNode list:
                Write(List, list.Items.Count, into);
                foreach (var item in list.Items)
                {
                    Write(item, into);
                }

                break;
            case MapNode map:
                Write(Map, map.Entries.Count, into);
                foreach (var (key, value) in map.Entries)
                {
                    Write(Text, key, into);
                    Write(value, into);
                }

                break;
            default:
                throw new InvalidOperationException($"{node.Place} was not read, so it has no hash.");
        }
    }

    private static void Write(byte tag, string text, ArrayBufferWriter<byte> into)
    {
        var count = Encoding.UTF8.GetByteCount(text);
        Write(tag, count, into);
        Encoding.UTF8.GetBytes(text, into.GetSpan(count));
        into.Advance(count);
    }

    private static void Write(byte tag, int count, ArrayBufferWriter<byte> into)
    {
        var span = into.GetSpan(1 + sizeof(int));
        span[0] = tag;
        BinaryPrimitives.WriteInt32LittleEndian(span[1..], count);
        into.Advance(1 + sizeof(int));
    }
}
