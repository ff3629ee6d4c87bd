namespace ClusterSim.Reports.Sweeps;

/// <summary>The figures that charts can show, in the order in which they are offered.</summary>
internal static class PointFigures
{
    public const string Wall = "wall_ns";
    public const string Compute = "gpu_ns";
    public const string Exposed = "exposed_ns";

    private static readonly (string Name, string Title)[] OfNpus =
    [
        (Wall, "Wall time"),
        (Compute, "Compute"),
        ("comm_ns", "Communication"),
        (Exposed, "Exposed communication"),
        ("hidden_comm_ns", "Hidden communication"),
        ("overhead_percent", "Communication overhead"),
        ("cpu_ns", "CPU"),
        ("remote_mem_ns", "Remote memory"),
        ("peak_memory_bytes", "Peak memory"),
        ("compute_bound_percentage", "Compute-bound share"),
        ("average_compute_utilization", "Compute utilisation"),
        ("average_memory_utilization", "Memory utilisation"),
        ("average_operation_intensity", "Operation intensity"),
    ];

    private static readonly (string Name, string Title)[] OfPoints =
    [
        ("baseline_ratio", "Wall time over baseline"),
        (CollectiveColumns.AlgorithmBandwidth, "Algorithm bandwidth"),
        (CollectiveColumns.BusBandwidth, "Bus bandwidth"),
        ("messages", "Messages"),
        ("hops", "Hops"),
        ("events", "Events"),
        ("elapsed_s", "Time to simulate"),
    ];

    /// <summary>Those that points have; what is 0 everywhere is left out.</summary>
    public static IReadOnlyList<PointFigure> Of(SweepPoints points) =>
    [
        .. OfNpus.Where(figure => Has(points, figure.Name + "_max")).Select(figure => new PointFigure(
            figure.Name, figure.Title, points.Find(figure.Name + "_max")!, points.Find(figure.Name + "_mean"), points.Find(figure.Name + "_min"))),
        .. OfPoints.Where(figure => Has(points, figure.Name)).Select(figure => new PointFigure(figure.Name, figure.Title, points.Find(figure.Name)!, null, null)),
    ];

    private static bool Has(SweepPoints points, string column) => points.Find(column)?.Numbers.Any(number => number is not null and not 0) == true;
}
