namespace ClusterSim.Engine.Actors;

/// <summary>What a partition needs to create one actor.</summary>
/// <param name="Name">The logical name.</param>
/// <param name="HomeNpu">The NPU that it shares a partition with, or <see cref="Everywhere"/>.</param>
/// <param name="Create">Makes it.</param>
internal sealed record ActorBlueprint(string Name, int HomeNpu, Func<SimActor> Create)
{
    /// <summary>The home of actors that every partition keeps a replica of.</summary>
    public const int Everywhere = -1;
}
