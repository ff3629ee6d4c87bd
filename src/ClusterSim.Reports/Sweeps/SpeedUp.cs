namespace ClusterSim.Reports.Sweeps;

/// <summary>
/// Speed-up and efficiency against the smallest point of an axis: <c>n</c> times as large, taking <c>time</c> where the smallest takes
/// <c>first</c>.
/// </summary>
/// <remarks>Strong: the work stays, so the ideal is a time of first / n. Weak: the work grows with n, so the ideal is a time of first.</remarks>
internal static class SpeedUp
{
    /// <summary>How many times as fast the work is done; ideally n. Of weak scaling, n times the work is done.</summary>
    public static double Of(bool isStrong, double n, double first, double time) => isStrong ? first / time : n * first / time;

    /// <summary>Speed-up over its ideal; 1 is perfect.</summary>
    public static double Efficiency(bool isStrong, double n, double first, double time) => Of(isStrong, n, first, time) / n;

    /// <summary>
    /// Whether the work of an NPU shrinks as NPUs become more. Told by its compute time, which ideally stays (weak) or is divided by n (strong):
    /// which of the two it is nearer to. Without any compute, each NPU brings the same data, so scaling is weak.
    /// </summary>
    public static bool IsStrong(double n, double firstCompute, double compute) => firstCompute > 0 && n > 1 && compute / firstCompute < 1 / Math.Sqrt(n);
}
