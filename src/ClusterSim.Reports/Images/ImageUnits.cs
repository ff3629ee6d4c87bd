using ClusterSim.Reports.Sweeps;

namespace ClusterSim.Reports.Images;

/// <summary>The units in which axes of images are best told: how much one is of what is stored, and its name.</summary>
internal static class ImageUnits
{
    private static readonly (double Size, string Unit)[] Sizes =
        [(1L << 50, "PiB"), (1L << 40, "TiB"), (1L << 30, "GiB"), (1L << 20, "MiB"), (1L << 10, "KiB"), (1, "B")];

    /// <summary>The unit for values up to one.</summary>
    public static (double Size, string Name) Of(PointUnit unit, double largest) => unit switch
    {
        PointUnit.Time => Wording.UnitOfTime(largest),
        PointUnit.Seconds => OfSeconds(largest),
        PointUnit.Bytes => Sizes.FirstOrDefault(size => largest >= size.Size) is { Unit: not null } size ? size : Sizes[^1],
        PointUnit.Percent => (1, "%"),
        PointUnit.Rate => (1, "GB/s of 2³⁰ bytes"),
        _ => (1, ""),
    };

    /// <summary>A heading with its unit.</summary>
    public static string Heading(string title, string unit) => unit.Length == 0 ? title : $"{title} ({unit})";

    private static (double Size, string Name) OfSeconds(double largest)
    {
        var (size, name) = Wording.UnitOfTime(largest * 1e9);
        return (size / 1e9, name);
    }
}
