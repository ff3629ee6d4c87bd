namespace ClusterSim.Workload.Set;

/// <summary>What a check of the NPUs in a group found.</summary>
/// <param name="Mistakes">What is wrong, each to follow "the group has".</param>
/// <param name="Count">How many different NPUs of the system it lists.</param>
internal sealed record RankCheck(IReadOnlyList<string> Mistakes, int Count);
