using ClusterSim.Workload;

namespace ClusterSim.Sweeps.Tables;

/// <summary>What the columns of axes are called: the last part of their keys, as long as that tells them apart.</summary>
public static class AxisTitles
{
    public static IReadOnlyList<string> Of(IReadOnlyList<string> keys)
    {
        var parts = keys.Select(Last).ToArray();
        var isClear = parts.Distinct(StringComparer.Ordinal).Count() == parts.Length;
        return [.. (isClear ? parts : keys).Select(Printable.Name)];
    }

    private static string Last(string key) => key[(key.LastIndexOf('.') + 1)..];
}
