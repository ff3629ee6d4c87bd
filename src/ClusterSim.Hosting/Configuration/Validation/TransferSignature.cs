namespace ClusterSim.Hosting.Configuration.Validation;

/// <summary>What a send and its receive have in common.</summary>
internal readonly record struct TransferSignature(int Source, int Destination, long Tag, long SizeBytes)
{
    public override string ToString() => $"{SizeBytes:N0} B from NPU {Source} to NPU {Destination} with tag {Tag}";
}
