using System.Globalization;
using System.Numerics;
using System.Text.Json;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Chakra;

/// <summary>Turns what a node says beyond its fields into attributes, of the widths that Chakra's own tools use.</summary>
internal static class NodeAttributes
{
    public static AttributeProto Bool(string name, bool value) => new() { Name = name, BoolVal = value };

    public static AttributeProto Text(string name, string value) => new() { Name = name, StringVal = value };

    public static AttributeProto Int64(string name, long value) => new() { Name = name, Int64Val = value };

    public static AttributeProto Uint64(string name, long value) => new() { Name = name, Uint64Val = (ulong)value };

    /// <summary>Ranks, tags and priorities: 32 bits without a sign, unless the value needs more.</summary>
    public static AttributeProto Uint32(string name, long value) =>
        value is >= 0 and <= uint.MaxValue ? new AttributeProto { Name = name, Uint32Val = (uint)value } : Int64(name, value);

    /// <summary>The list that says which of the dimensions are involved, as long as it must be to name those that are not.</summary>
    public static AttributeProto InvolvedDimensions(uint mask)
    {
        var list = new BoolList();
        for (var dimension = 0; dimension < 32 - BitOperations.LeadingZeroCount(~mask); dimension++)
        {
            list.Values.Add((mask >> dimension & 1) != 0);
        }

        return new AttributeProto { Name = "involved_dim", BoolList = list };
    }

    /// <summary>Tensor names and sizes, alternating.</summary>
    public static AttributeProto Tensors(string name, ReadOnlySpan<TensorUse> uses, IReadOnlyList<string> tensors)
    {
        var list = new StringList();
        foreach (var use in uses)
        {
            list.Values.Add(tensors[use.Tensor]);
            list.Values.Add(use.Size.Bytes.ToString(CultureInfo.InvariantCulture));
        }

        return new AttributeProto { Name = name, StringList = list };
    }

    /// <summary>The <c>inputs.values</c> of a METADATA node that defines process groups.</summary>
    public static string GroupValues(IEnumerable<MetadataGroup> groups)
    {
        var entries = groups.Select(group => new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["pg_name"] = group.Name,
            ["ranks"] = group.Ranks,
        });
        return $"['{JsonSerializer.Serialize(entries)}']";
    }
}
