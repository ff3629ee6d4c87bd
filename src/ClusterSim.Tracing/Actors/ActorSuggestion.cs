using System.Globalization;
using ClusterSim.Core.Input;

namespace ClusterSim.Tracing.Actors;

/// <summary>Finds the actor that a name probably means which none has: one of the same kind with the nearest number, not the nearest spelling.</summary>
public static class ActorSuggestion
{
    /// <summary>A sentence or two: <c>Did you mean npu/3? There are npu/0 to npu/3.</c></summary>
    /// <param name="given">The name.</param>
    /// <param name="names">The names of all actors, by number.</param>
    public static string For(string given, IReadOnlyList<string> names)
    {
        var parts = given.Split('/');
        for (var known = parts.Length; known > 0; known--)
        {
            var prefix = string.Join('/', parts.Take(known)) + "/";
            var alike = names.Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).ToList();
            if (alike.Count > 0)
            {
                return known == parts.Length ? OneOf(alike) : Nearest(parts, known, alike);
            }
        }

        return Suggestion.Nearest(given, names) is { } nearest ? $"Did you mean {nearest}?" : $"There are {Range(names)}.";
    }

    private static string OneOf(List<string> below) => below.Count == 1 ? $"Did you mean {below[0]}?" : $"Did you mean one of {Range(below)}?";

    private static string Nearest(string[] parts, int place, List<string> alike)
    {
        var nearest = int.TryParse(parts[place], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? alike.MinBy(name => (Math.Abs(name.Split('/').Length - parts.Length), Math.Abs(NumberAt(name, place) - number)))
            : Suggestion.Nearest(string.Join('/', parts), alike);
        return nearest is null ? $"There are {Range(alike)}." : $"Did you mean {nearest}? There are {Range(alike)}.";
    }

    private static long NumberAt(string name, int place) =>
        int.TryParse(name.Split('/')[place], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    private static string Range(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : $"{names[0]} to {names[^1]}";
}
