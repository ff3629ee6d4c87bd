using System.Globalization;
using ClusterSim.Core.Input;

namespace ClusterSim.Workload.Set;

/// <summary>Checks the definitions of process groups and numbers the groups.</summary>
public static class ProcessGroups
{
    /// <summary>The groups by name.</summary>
    /// <param name="definitions">
    /// In order. A group may be defined several times, as every NPU's trace does it, but always alike. Groups without a
    /// name and with the name <c>0</c> stand for all NPUs and are left out.
    /// </param>
    /// <param name="npuCount">How many NPUs there are.</param>
    /// <param name="problems">Where mistakes go.</param>
    public static IReadOnlyDictionary<string, ProcessGroup> Combine(
        IEnumerable<GroupDefinition> definitions, int npuCount, ProblemList problems)
    {
        var distinct = new List<GroupDefinition>();
        var known = new Dictionary<string, GroupDefinition>(StringComparer.Ordinal);
        var rankChecks = new RankChecks(npuCount);
        foreach (var definition in definitions)
        {
            if (!known.TryGetValue(definition.Name, out var first))
            {
                known.Add(definition.Name, definition);
                distinct.Add(definition);
                Check(definition, rankChecks, problems);
            }
            else if (!first.IsWhole || !definition.IsWhole)
            {
                Check(definition, rankChecks, problems);
            }
            else if (!ReferenceEquals(first.Ranks, definition.Ranks) && !first.Ranks.SequenceEqual(definition.Ranks))
            {
                problems.Add(
                    definition.Where,
                    $"Group {Printable.Name(definition.Name)} has the NPUs {List(definition.Ranks)} here, but {List(first.Ranks)} in {first.Where}.",
                    "Define it alike everywhere, or give the groups different names.");
            }
        }

        return Number(distinct.Where(definition => !IsAllNpus(definition.Name)).ToArray());
    }

    /// <summary>Whether collectives that name this group run on all NPUs, as those that name none.</summary>
    internal static bool IsAllNpus(string name) => name is "" or "0";

    private static void Check(GroupDefinition definition, RankChecks checks, ProblemList problems)
    {
        var (_, ranks, where) = definition;
        var name = Printable.Name(definition.Name);
        if (ranks.Count == 0 && definition.IsWhole)
        {
            problems.Add(where, $"Group {name} has no NPUs.", "Name at least one.");
        }

        var (mistakes, count) = checks.Of(ranks);
        foreach (var mistake in mistakes)
        {
            problems.Add(where, $"Group {name} has {mistake}");
        }

        if (IsAllNpus(definition.Name) && definition.IsWhole && count < checks.NpuCount)
        {
            problems.Add(
                where,
                $"The group \"{name}\" has {count} of {checks.NpuCount} NPUs, but collectives that name it run on all NPUs.",
                "Give the group another name.");
        }
    }

    // Groups whose name is a number have it as their id, as their stream ids start from it. The others get, in the order
    // of their definition, the numbers from 1 that are left.
    private static Dictionary<string, ProcessGroup> Number(IReadOnlyList<GroupDefinition> definitions)
    {
        var taken = definitions.Select(definition => NumberIn(definition.Name)).OfType<int>().ToHashSet();
        var next = 1;
        var groups = new Dictionary<string, ProcessGroup>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            var (name, ranks, _) = definition;
            if (NumberIn(name) is not { } id)
            {
                while (!taken.Add(next))
                {
                    next++;
                }

                id = next;
            }

            groups.Add(name, new ProcessGroup(name, id, ranks) { IsWhole = definition.IsWhole });
        }

        return groups;
    }

    // Only the plain form of a number, so that "1" and "01" stay two groups.
    private static int? NumberIn(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == name
            ? number
            : null;

    private static string List(IReadOnlyList<int> ranks) => ranks.Count == 0 ? "(all)" : NpuList.Text(ranks);
}
