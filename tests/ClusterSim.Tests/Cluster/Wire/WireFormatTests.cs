using System.Reflection;
using System.Text;
using ClusterSim.Cli;
using ClusterSim.Cluster.Wire;
using ClusterSim.Testing;
using Google.Protobuf.Reflection;
using Xunit;

namespace ClusterSim.Tests.Cluster.Wire;

/// <summary>
/// Freezes what crosses between nodes. If a golden file here differs, nodes of the last release and of this tree misread each other:
/// put what is new at the end, give it a new number, and never use an old number or code for something else.
/// </summary>
public sealed class WireFormatTests
{
    private static readonly GoldenFile Golden = new("tests", "ClusterSim.Tests", "Cluster", "Wire", "Golden");
    private static readonly WireCatalog All = ClusterParts.All.Wire;

    [Fact]
    public void ControlMessages_AreAppendedOnly()
    {
        var text = new StringBuilder();
        foreach (var (index, type) in All.Control.Index())
        {
            var fields = Fields(type.Type).Select(field => $"{field.FieldType.Name} {Name(field)}").Order(StringComparer.Ordinal);
            text.Append(index).Append(' ').Append(type.Code).Append(" = ").Append(type.Type.FullName).Append('(')
                .AppendJoin(", ", fields).Append(')').Append('\n');
        }

        Golden.Check("control.txt", text.ToString());
    }

    [Fact]
    public void DataMessages_KeepTheirNumbers()
    {
        var text = new StringBuilder();
        foreach (var type in All.Data)
        {
            text.Append(type.Code).Append(" = ").Append(type.Layout.FullName).Append('\n');
            Write(type.Layout, text, "  ");
        }

        Golden.Check("data.txt", text.ToString());
    }

    [Fact]
    public void ControlMessages_HoldOnlyWhatIsListed()
    {
        foreach (var type in All.Control)
        {
            Assert.True(type.Type.IsSealed, $"{type.Type.Name} is not sealed.");
            AssertKnown(type.Type, [.. type.Parts]);
        }
    }

    [Fact]
    public void Catalogue_TakesNothingTwice()
    {
        var again = WireCatalog.Own.Control.Take(1);

        Assert.Throws<ArgumentException>(() => WireCatalog.Own.With(again, []));
    }

    private static void AssertKnown(Type type, HashSet<Type> parts)
    {
        foreach (var field in Fields(type).Select(field => field.FieldType))
        {
            var isPlain = field.IsPrimitive || field == typeof(string);
            Assert.True(isPlain || parts.Contains(field), $"{type.Name} holds {field.Name}, which is not among its parts: no node could read it.");
            if (!isPlain)
            {
                Assert.True(field.IsSealed, $"{field.Name} is not sealed.");
                AssertKnown(field.GetElementType() ?? field, parts);
            }
        }
    }

    // What Hyperion writes, in no particular order.
    private static FieldInfo[] Fields(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string)
            ? []
            : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private static string Name(FieldInfo field) => field.Name.Split('<', '>') is [_, var property, ..] ? property : field.Name;

    private static void Write(MessageDescriptor message, StringBuilder text, string indent)
    {
        foreach (var field in message.Fields.InFieldNumberOrder())
        {
            text.Append(indent).Append(field.FieldNumber).Append(' ').Append(field.Name).Append(' ').Append(field.FieldType)
                .Append(field.IsRepeated ? " repeated" : "").Append('\n');
            if (field.FieldType == FieldType.Message)
            {
                Write(field.MessageType, text, indent + "  ");
            }
        }
    }
}
