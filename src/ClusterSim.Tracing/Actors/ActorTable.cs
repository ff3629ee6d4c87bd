using ClusterSim.Tracing.Files;
using Parquet.Schema;

namespace ClusterSim.Tracing.Actors;

/// <summary>The table <c>actors.parquet</c>: what the numbers of actors mean in other tables.</summary>
internal static class ActorTable
{
    private static readonly DataField<int> Actor = new("actor");
    private static readonly DataField<string> Name = new("name", false);

    /// <summary>The columns, in their order.</summary>
    public static DataField[] Columns { get; } = [Actor, Name];

    public static Task WriteAsync(TableFile file, IReadOnlyList<string> names) => file.WriteAsync(names.Count, async group =>
    {
        await group.WriteAsync<int>(Actor, Enumerable.Range(0, names.Count).ToArray()).ConfigureAwait(false);
        await group.WriteAsync(Name, names).ConfigureAwait(false);
    });
}
