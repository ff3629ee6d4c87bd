using System.Globalization;

namespace ClusterSim.Workload.Set;

/// <summary>Lists NPUs in messages.</summary>
internal static class NpuList
{
    private const int Named = 10;

    /// <summary>The first ones by number, and how many more: <c>0, 1, 5 and 1,021 more</c>.</summary>
    public static string Text(IReadOnlyList<int> npus)
    {
        var named = string.Join(", ", npus.Take(Named));
        return npus.Count <= Named ? named : string.Create(CultureInfo.InvariantCulture, $"{named} and {npus.Count - Named:N0} more");
    }
}
