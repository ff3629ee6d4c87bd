using System.Globalization;

namespace ClusterSim.Core.Units;

/// <summary>
/// An instant of simulated time: whole nanoseconds since the start of the simulation, never negative.
/// For the length between two instants use <see cref="SimDuration"/>.
/// </summary>
/// <param name="Ns">Nanoseconds since the start.</param>
public readonly record struct SimTime(long Ns) : IComparable<SimTime>
{
    /// <summary>The start of every simulation.</summary>
    public static SimTime Zero => default;

    /// <summary>Later than every event; stands for "no event".</summary>
    public static SimTime Never => new(long.MaxValue);

    public static SimTime operator +(SimTime time, SimDuration duration) => new(time.Ns + duration.Ns);

    public static SimDuration operator -(SimTime later, SimTime earlier) => new(later.Ns - earlier.Ns);

    public static bool operator <(SimTime left, SimTime right) => left.Ns < right.Ns;

    public static bool operator >(SimTime left, SimTime right) => left.Ns > right.Ns;

    public static bool operator <=(SimTime left, SimTime right) => left.Ns <= right.Ns;

    public static bool operator >=(SimTime left, SimTime right) => left.Ns >= right.Ns;

    public static SimTime Max(SimTime left, SimTime right) => left.Ns >= right.Ns ? left : right;

    public static SimTime Min(SimTime left, SimTime right) => left.Ns <= right.Ns ? left : right;

    public int CompareTo(SimTime other) => Ns.CompareTo(other.Ns);

    public override string ToString() => Ns.ToString("N0", CultureInfo.InvariantCulture) + " ns";
}
