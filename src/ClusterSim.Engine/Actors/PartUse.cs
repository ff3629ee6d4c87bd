namespace ClusterSim.Engine.Actors;

/// <summary>How many parts of actors, such as their links, are in use.</summary>
/// <param name="InUse">Those that work.</param>
/// <param name="All">All.</param>
public readonly record struct PartUse(int InUse, int All)
{
    public static PartUse operator +(PartUse one, PartUse other) => new(one.InUse + other.InUse, one.All + other.All);
}
