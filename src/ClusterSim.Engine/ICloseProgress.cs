using ClusterSim.Engine.Actors;

namespace ClusterSim.Engine;

/// <summary>
/// Follows a simulation. Who follows it closely is told what is in use, too, for which all its actors are looked at, about twice a second.
/// </summary>
/// <typeparam name="T">What it is told; with a <see cref="PartUse"/>.</typeparam>
public interface ICloseProgress<in T> : IProgress<T>
{
    /// <summary>Whether it wants to know what is in use. Asked once, before the simulation begins.</summary>
    bool IsClose { get; }
}
