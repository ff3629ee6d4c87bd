using System.Collections;
using System.Text;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Chakra.Json;
using CsCheck;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Xunit;

namespace ClusterSim.Tests.Workload.Chakra.Json;

public sealed class ChakraJsonTests
{
    private static readonly Gen<AttributeProto> GenAttribute =
        from field in Gen.Int[0, AttributeProto.Descriptor.Oneofs[0].Fields.Count - 1].Select(place => AttributeProto.Descriptor.Oneofs[0].Fields[place])
        from name in Gen.String
        from attribute in GenValue(field)
        select new AttributeProto(attribute) { Name = Valid(name) };

    private static readonly Gen<Node> GenNode =
        from id in Gen.ULong
        from name in Gen.String
        from type in Gen.Enum<NodeType>()
        from micros in Gen.ULong
        from data in Gen.ULong.Array[0, 3]
        from control in Gen.ULong.Array[0, 3]
        from values in Gen.String
        from attributes in GenAttribute.Array[0, 6]
        select new Node
        {
            Id = id,
            Name = Valid(name),
            Type = type,
            DurationMicros = micros,
            StartTimeMicros = micros / 2,
            DataDeps = { data },
            CtrlDeps = { control },
            Inputs = values.Length % 2 == 0 ? null : new IOInfo { Values = Valid(values), Types_ = "x" },
            Attr = { attributes },
        };

    [Theory]
    [InlineData("resnet50-overlap-8-aware", 0)]
    [InlineData("ref-pipeline-002-fullyconnected8-mb6", 3)]
    [InlineData("ref-groups-001-ring-tp2-dp4", 1)]
    [InlineData("ref-roofline-000-4", 0)]
    [InlineData("ref-text-003-hybrid-data-model-4", 2)]
    [InlineData("ref-feature-involved-dim-0", 0)]
    [InlineData("ref-feature-control-cpu-broadcast-0", 0)]
    [InlineData("ref-remote-memory-000-per-npu-memory-expansion", 0)]
    public void RoundTrip_RecordedTrace_GivesTheSameBytes(string name, int rank)
    {
        var path = RecordedTraces.PathOf(name, rank);

        Assert.Equal(File.ReadAllBytes(path), ThereAndBack(path));
    }

    [Fact]
    public void RoundTrip_RandomTrace_GivesTheSameBytes()
    {
        GenNode.Array[0, 4].Sample(
            nodes =>
            {
                using var traces = new TemporaryTraces();
                var trace = traces.AddTrace("a.et", nodes);
                Assert.Equal(File.ReadAllBytes(trace), ThereAndBack(trace));
            },
            iter: 200);
    }

    // The shape that Chakra's jsonizer prints: objects one behind the other, 64-bit integers as text.
    [Fact]
    public void FromTrace_Node_IsProtobufsJson()
    {
        using var traces = new TemporaryTraces();
        var trace = traces.AddTrace("a.et", TraceMessages.Compute(3, 1, 2));

        Assert.Equal(
            """
            {
              "version": "0.0.4"
            }
            {
              "id": "3",
              "name": "n",
              "type": "COMP_NODE",
              "dataDeps": [
                "1",
                "2"
              ],
              "durationMicros": "1"
            }

            """,
            Encoding.UTF8.GetString(ToJson(trace)));
    }

    [Theory]
    [InlineData("""{"version":"0.0.4"}{"id":3,"name":"n","type":4,"data_deps":["1",2],"durationMicros":1}""")]
    [InlineData(" [ {\"version\":\"0.0.4\"} ,\n {\"id\":\"3\",\"name\":\"n\",\"type\":\"COMP_NODE\",\"dataDeps\":[1,2],\"durationMicros\":\"1\"} ]\n")]
    [InlineData("{\"version\":\"0.0.4\"}\n{\"name\":\"n\",\"id\":\"3\",\"type\":\"COMP_NODE\",\"dataDeps\":[1,2],\"durationMicros\":\"1\"}\n")]
    public void ToTrace_AnyLayout_IsTheSameTrace(string json)
    {
        using var traces = new TemporaryTraces();
        var path = traces.AddText("a.json", json);

        Assert.Equal(TraceMessages.ToBytes(TraceMessages.Compute(3, 1, 2)), ToTrace(path));
    }

    [Fact]
    public void ToTrace_LongObjects_AreReadAcrossBuffers()
    {
        using var traces = new TemporaryTraces();
        Node[] nodes = [.. Enumerable.Range(0, 5).Select(i => new Node { Id = (ulong)i, Name = new string((char)('a' + i), (i * 40_000) + 1) })];
        var trace = traces.AddTrace("a.et", nodes);

        Assert.Equal(File.ReadAllBytes(trace), ThereAndBack(trace));
    }

    [Fact]
    public void ToTrace_Mistakes_AreAllTold()
    {
        using var traces = new TemporaryTraces();
        var path = traces.AddText("a.json", "{}\n{\"id\":\"1\",\n\"nam\":\"x\"}\n{\"type\":\"COMPNODE\"}\n{\"id\": }");

        var problems = traces.Problems(() => ToTrace(path));

        Assert.Equal(3, problems.Length);
        Assert.StartsWith("a.json:2: Object 1 behind the first is no Node: ", problems[0], StringComparison.Ordinal);
        Assert.Contains("nam", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("a.json:4: Object 2 behind the first is no Node: ", problems[1], StringComparison.Ordinal);
        Assert.StartsWith("a.json:5: This is no JSON of a Chakra trace: ", problems[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "a.json: The file holds no object; ")]
    [InlineData("[]", "a.json: The file holds no object; the JSON of a Chakra trace starts with its GlobalMetadata.")]
    [InlineData("{} 7", "a.json:1: This is no JSON of a Chakra trace: An object must stand here.")]
    [InlineData("{\"id\":\"1\"}", "a.json:1: The first object is no GlobalMetadata: ")]
    [InlineData("{\"workload_graph\":[]}", "a.json:1: The first object is no GlobalMetadata: Unknown field: workload_graph. This is the JSON of Chakra's feeder")]
    public void ToTrace_NoTrace_IsTold(string json, string expected)
    {
        using var traces = new TemporaryTraces();
        var path = traces.AddText("a.json", json);

        Assert.StartsWith(expected, traces.Problem(() => ToTrace(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void FromTrace_Truncated_IsTold()
    {
        using var traces = new TemporaryTraces();
        var path = traces.Add("a.et", TraceMessages.ToBytes(TraceMessages.Compute(3, 1, 2))[..^1]);

        Assert.StartsWith("a.et: The file is truncated, damaged or no Chakra trace: of message 1, at byte 8, ", traces.Problem(() => ToJson(path)), StringComparison.Ordinal);
    }

    private static byte[] ThereAndBack(string trace)
    {
        using var traces = new TemporaryTraces();
        return ToTrace(traces.Add("a.json", ToJson(trace)));
    }

    private static byte[] ToJson(string path)
    {
        using var stream = new MemoryStream();
        ChakraJson.FromTrace(path, stream);
        return stream.ToArray();
    }

    private static byte[] ToTrace(string path)
    {
        using var stream = new MemoryStream();
        ChakraJson.ToTrace(path, stream);
        return stream.ToArray();
    }

    // A value of a kind, out of random bytes: protobuf reads any number there.
    private static Gen<AttributeProto> GenValue(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => GenScalar(field.MessageType.Fields.InFieldNumberOrder()[0]).Array[0, 3].Select(values => WithList(field, values)),
        _ => GenScalar(field).Select(value => With(field, value)),
    };

    private static Gen<object> GenScalar(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Double => Gen.Double.Where(value => !double.IsNaN(value)).Select(value => (object)value),
        FieldType.Float => Gen.Float.Where(value => !float.IsNaN(value)).Select(value => (object)value),
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => Gen.Int.Select(value => (object)value),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Gen.Long.Select(value => (object)value),
        FieldType.UInt32 or FieldType.Fixed32 => Gen.UInt.Select(value => (object)value),
        FieldType.UInt64 or FieldType.Fixed64 => Gen.ULong.Select(value => (object)value),
        FieldType.Bool => Gen.Bool.Select(value => (object)value),
        FieldType.String => Gen.String.Select(value => (object)Valid(value)),
        _ => Gen.Byte.Array[0, 5].Select(value => (object)ByteString.CopyFrom(value)),
    };

    private static AttributeProto With(FieldDescriptor field, object value)
    {
        var attribute = new AttributeProto();
        field.Accessor.SetValue(attribute, value);
        return attribute;
    }

    private static AttributeProto WithList(FieldDescriptor field, object[] values)
    {
        var list = (IMessage)Activator.CreateInstance(field.MessageType.ClrType)!;
        var items = (IList)field.MessageType.Fields.InFieldNumberOrder()[0].Accessor.GetValue(list);
        foreach (var value in values)
        {
            items.Add(value);
        }

        return With(field, list);
    }

    // Half of a character is no text in UTF-8.
    private static string Valid(string text) => string.Concat(text.Where(character => !char.IsSurrogate(character)));
}
