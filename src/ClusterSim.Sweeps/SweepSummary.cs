namespace ClusterSim.Sweeps;

/// <summary>What a sweep came to.</summary>
/// <param name="Total">All points.</param>
/// <param name="Failed">Those without figures.</param>
/// <param name="Before">Those that were finished before it began.</param>
/// <param name="Notes">What a user should know, such as damage that was found.</param>
public sealed record SweepSummary(int Total, int Failed, int Before, IReadOnlyList<string> Notes)
{
    public int Done => Total - Failed;
}
