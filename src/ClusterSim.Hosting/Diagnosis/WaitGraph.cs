namespace ClusterSim.Hosting.Diagnosis;

/// <summary>Who waits for what when no message is left and NPUs have not finished.</summary>
/// <param name="Waits">The edges, the most telling first: those of cycles, those to NPUs that wait for nothing themselves, then the others.</param>
/// <param name="LeftOut">How many more there are.</param>
/// <param name="Cycles">NPUs each of which waits for the next, and the last one for the first; not all cycles there are.</param>
/// <param name="Stuck">The NPUs that cannot finish, ascending.</param>
public sealed record WaitGraph(IReadOnlyList<Wait> Waits, int LeftOut, IReadOnlyList<IReadOnlyList<int>> Cycles, IReadOnlyList<int> Stuck)
{
    /// <summary>The NPUs that it is about, in the order of their importance.</summary>
    public IEnumerable<int> Npus => Cycles.SelectMany(cycle => cycle)
        .Concat(Waits.SelectMany(wait => wait.For is { } other ? new[] { wait.Npu, other } : [wait.Npu]))
        .Concat(Stuck)
        .Distinct();
}
