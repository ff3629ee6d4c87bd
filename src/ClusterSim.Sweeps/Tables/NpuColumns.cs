using ClusterSim.Hosting.Verification;

namespace ClusterSim.Sweeps.Tables;

/// <summary>The figures of NPUs that tables have. The journal tells them by their index here, so new ones go to the end.</summary>
public static class NpuColumns
{
    private const int Thousandths = 1000;

    public static IReadOnlyList<NpuColumn> All { get; } =
    [
        Of("finish_ns", "finish"),
        Of("exposed_ns", "exposed"),
        Of("wall_ns", "wall"),
        Of("gpu_ns", "gpu"),
        Of("cpu_ns", "cpu"),
        Of("comm_ns", "comm"),
        Of("remote_mem_ns", "remote_mem"),
        Of("overlap_ns", "overlap"),
        Of("hidden_comm_ns", "hidden_comm"),
        Of("compute_bound_percentage", "compute_bound_percentage", Thousandths),
        Of("average_compute_utilization", "average_compute_utilization", Thousandths),
        Of("average_memory_utilization", "average_memory_utilization", Thousandths),
        Of("average_operation_intensity", "average_operation_intensity", Thousandths),
        Of("peak_memory_bytes", "peak_memory"),
    ];

    /// <summary>Where the exposed time stands.</summary>
    public const int Exposed = 1;

    /// <summary>Where the wall time stands.</summary>
    public const int Wall = 2;

    /// <summary>Where the compute time stands.</summary>
    public const int Compute = 3;

    /// <summary>Where the communication time stands.</summary>
    public const int Communication = 5;

    /// <summary>The columns that a bit set names.</summary>
    public static int[] Present(int figures) => [.. Enumerable.Range(0, All.Count).Where(index => (figures & (1 << index)) != 0)];

    private static NpuColumn Of(string name, string figure, int scale = 1) => new(name, Figures.All.First(one => one.Name == figure), scale);
}
