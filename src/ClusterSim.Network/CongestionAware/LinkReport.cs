namespace ClusterSim.Network.CongestionAware;

/// <summary>What the links of one actor did.</summary>
public sealed record LinkReport(IReadOnlyList<LinkStatistics> Links);
