using ClusterSim.Core.Input;

namespace ClusterSim.Inspection.Reading;

/// <summary>A trace for who can do without <c>run.json</c> and <c>actors.parquet</c>: what stands for them is taken as it is.</summary>
/// <param name="Trace">What there is. Without <c>run.json</c>, nothing is known of its run; without <c>actors.parquet</c>, only NPUs have names.</param>
/// <param name="Problems">What is wrong with these two files; all others are told of when they are read.</param>
public sealed record PartialTrace(Trace Trace, IReadOnlyList<Problem> Problems)
{
    /// <summary>Opens what there is.</summary>
    public static async Task<PartialTrace> OpenAsync(string folder)
    {
        var parts = await TraceParts.ReadAsync(folder).ConfigureAwait(false);
        return new PartialTrace(new Trace(folder, parts, [], []), [.. parts.RunProblems, .. parts.NameProblems]);
    }
}
