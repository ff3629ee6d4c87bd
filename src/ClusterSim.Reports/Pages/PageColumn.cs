namespace ClusterSim.Reports.Pages;

/// <summary>A column of a <see cref="PageTable"/>.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Kind">How its values are written: a function of <c>format.js</c>.</param>
public sealed record PageColumn(string Title, string Kind)
{
    /// <summary>What is drawn beside the number: nothing, a <c>meter</c> that is full at 1, or a <c>bar</c> that is full at the largest value of the column.</summary>
    public string? Drawing { get; init; }

    /// <summary>Names, in one line, cut where they are long.</summary>
    public static PageColumn Text(string title) => new(title, "text");

    /// <summary>Text that takes as many lines as it needs.</summary>
    public static PageColumn Sentence(string title) => new(title, "sentence");

    /// <summary>Whole numbers.</summary>
    public static PageColumn Count(string title) => new(title, "count");

    /// <summary>Simulated time, in nanoseconds.</summary>
    public static PageColumn Time(string title) => new(title, "time");

    public static PageColumn Bytes(string title) => new(title, "bytes");

    /// <summary>From 0 to 1.</summary>
    public static PageColumn Share(string title) => new(title, "share");

    /// <summary>The same, drawn as a part of the whole.</summary>
    public static PageColumn Meter(string title) => new(title, "share") { Drawing = "meter" };

    /// <summary>The same, drawn so that rows are compared with one another.</summary>
    public static PageColumn Bar(string title) => new(title, "share") { Drawing = "bar" };

    /// <summary>Bandwidth, in GB/s of 2^30 bytes.</summary>
    public static PageColumn Rate(string title) => new(title, "rate");
}
