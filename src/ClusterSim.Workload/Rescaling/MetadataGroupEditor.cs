using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClusterSim.Workload.Rescaling;

/// <summary>Changes the process groups that a METADATA node defines in its <c>inputs.values</c>; what else it says of them stays.</summary>
internal static class MetadataGroupEditor
{
    private const int Wrapping = 2;

    /// <summary>The values with changed groups; as they are if they define none.</summary>
    /// <param name="values">A JSON list behind two wrapping characters at each end.</param>
    /// <param name="change">The new name and NPUs of a group of a name and NPUs; null: it is left out.</param>
    public static string Edit(string values, Func<string, IReadOnlyList<int>, (string Name, IReadOnlyList<int> Ranks)?> change)
    {
        if (values.Length < 2 * Wrapping || !values.Contains("pg_name", StringComparison.Ordinal))
        {
            return values;
        }

        var changed = new JsonArray();
        foreach (var entry in JsonNode.Parse(values[Wrapping..^Wrapping])!.AsArray())
        {
            var group = entry!.DeepClone().AsObject();
            var name = group["pg_name"]!;
            var isNumber = name.GetValueKind() == JsonValueKind.Number;
            int[] ranks = [.. group["ranks"]!.AsArray().Select(rank => (int)rank!)];
            if (change(isNumber ? name.ToJsonString() : (string)name!, ranks) is not { } result)
            {
                continue;
            }

            group["pg_name"] = isNumber ? JsonNode.Parse(result.Name) : result.Name;
            group["ranks"] = new JsonArray([.. result.Ranks.Select(rank => (JsonNode)rank)]);
            if (group.ContainsKey("group_size"))
            {
                group["group_size"] = result.Ranks.Count;
            }

            changed.Add(group);
        }

        return values[..Wrapping] + changed.ToJsonString() + values[^Wrapping..];
    }
}
