namespace ClusterSim.Cluster.Status;

/// <summary>One node asks another how it is. The answer is a <see cref="NodeDescription"/>.</summary>
internal sealed record DescribeNode;
