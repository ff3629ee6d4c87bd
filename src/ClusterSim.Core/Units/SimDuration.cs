using System.Globalization;

namespace ClusterSim.Core.Units;

/// <summary>A length of simulated time in whole nanoseconds. For an instant use <see cref="SimTime"/>.</summary>
/// <param name="Ns">Nanoseconds.</param>
public readonly record struct SimDuration(long Ns) : IComparable<SimDuration>
{
    /// <summary>No time at all.</summary>
    public static SimDuration Zero => default;

    /// <summary>
    /// A delay that was computed in double nanoseconds, floored once, as the reference does.
    /// </summary>
    /// <exception cref="OverflowException">The delay does not fit 63 bits, or is no number.</exception>
    public static SimDuration Floor(double ns) => new(checked((long)Math.Floor(ns)));

    /// <summary>The length of a number of microseconds.</summary>
    /// <exception cref="OverflowException">The length does not fit 63 bits.</exception>
    public static SimDuration FromMicroseconds(long microseconds) => new(checked(microseconds * 1000));

    public static SimDuration operator +(SimDuration left, SimDuration right) => new(left.Ns + right.Ns);

    public static SimDuration operator -(SimDuration left, SimDuration right) => new(left.Ns - right.Ns);

    public static bool operator <(SimDuration left, SimDuration right) => left.Ns < right.Ns;

    public static bool operator >(SimDuration left, SimDuration right) => left.Ns > right.Ns;

    public static bool operator <=(SimDuration left, SimDuration right) => left.Ns <= right.Ns;

    public static bool operator >=(SimDuration left, SimDuration right) => left.Ns >= right.Ns;

    public static SimDuration Min(SimDuration left, SimDuration right) => left.Ns <= right.Ns ? left : right;

    public int CompareTo(SimDuration other) => Ns.CompareTo(other.Ns);

    public override string ToString() => Ns.ToString("N0", CultureInfo.InvariantCulture) + " ns";
}
