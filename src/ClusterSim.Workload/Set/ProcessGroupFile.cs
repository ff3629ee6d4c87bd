using System.Text.Json;
using ClusterSim.Core.Input;

namespace ClusterSim.Workload.Set;

/// <summary>Reads the file of process groups: a JSON object of lists of ranks, <c>{"1": [0, 1], "2": [2, 3]}</c>.</summary>
public static class ProcessGroupFile
{
    private const string Form = "allowed: an object of lists of NPUs, as in {\"1\": [0, 1], \"2\": [2, 3]}";

    /// <summary>The groups in the order of the file.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or is wrong. Lists all mistakes.</exception>
    public static IReadOnlyList<GroupDefinition> Read(string path) =>
        InputFile.Read(path, stream =>
        {
            try
            {
                using var document = JsonDocument.Parse(stream);
                return Read(document.RootElement, path);
            }
            catch (JsonException exception)
            {
                throw new InvalidInputException(
                    $"{path}:{exception.LineNumber + 1}",
                    $"This is no JSON (byte {exception.BytePositionInLine + 1} of the line); {Form}.");
            }
            catch (InvalidOperationException)
            {
                // What the library throws for a text that it can tell the end of, but not turn into characters.
                throw new InvalidInputException(path, $"A name in it is no valid text; {Form}.");
            }
        });

    private static List<GroupDefinition> Read(JsonElement root, string path)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidInputException(path, $"This is a JSON {NameOf(root)}; {Form}.");
        }

        var problems = new ProblemList();
        var groups = new List<GroupDefinition>();
        foreach (var property in root.EnumerateObject())
        {
            var where = $"{path} \"{property.Name}\"";
            if (groups.Exists(group => group.Name == property.Name))
            {
                problems.Add(where, "The group is defined twice.", "Give each group its own name.");
            }

            groups.Add(new GroupDefinition(property.Name, ReadRanks(property.Value, where, problems), where));
        }

        problems.ThrowIfAny();
        return groups;
    }

    private static List<int> ReadRanks(JsonElement value, string where, ProblemList problems)
    {
        var ranks = new List<int>();
        if (value.ValueKind != JsonValueKind.Array)
        {
            problems.Add(where, $"This is a JSON {NameOf(value)}; allowed: a list of NPUs, as in [0, 1].");
            return ranks;
        }

        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var rank))
            {
                ranks.Add(rank);
            }
            else
            {
                problems.Add(where, $"{item.GetRawText()} is no NPU; allowed: whole numbers from 0.");
            }
        }

        return ranks;
    }

    private static string NameOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "bool",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
