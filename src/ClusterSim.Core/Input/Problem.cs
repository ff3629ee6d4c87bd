namespace ClusterSim.Core.Input;

/// <summary>One mistake in the input, told so that a user can mend it.</summary>
/// <param name="Where">File, and line or key: <c>network.yml:3 bandwidth</c>.</param>
/// <param name="What">What was given and what is allowed, in one sentence.</param>
/// <param name="Remedy">What to do about it, where that does not follow from <paramref name="What"/>.</param>
public sealed record Problem(string Where, string What, string? Remedy = null)
{
    public override string ToString() => Remedy is null ? $"{Where}: {What}" : $"{Where}: {What} {Remedy}";
}
