namespace ClusterSim.Cli.Output.Reports;

/// <summary>A column of a <see cref="Report"/>.</summary>
/// <param name="Name">For programs, with its unit: <c>waiting_ns</c>.</param>
/// <param name="Title">For people: <c>waiting</c>.</param>
/// <param name="Kind">What its cells are.</param>
internal sealed record ReportColumn(string Name, string Title, CellKind Kind)
{
    /// <summary>A column of names.</summary>
    public static ReportColumn Text(string name, string? title = null) => new(name, title ?? name, CellKind.Text);

    /// <summary>A column of counts.</summary>
    public static ReportColumn Count(string name, string? title = null) => new(name, title ?? name, CellKind.Count);

    /// <summary>A column of times; its name for programs gets the unit.</summary>
    public static ReportColumn Time(string name, string? title = null) => new(name + "_ns", title ?? name, CellKind.Time);

    /// <summary>A column of amounts of data.</summary>
    public static ReportColumn Bytes(string name, string title) => new(name, title, CellKind.Bytes);

    /// <summary>A column of shares.</summary>
    public static ReportColumn Share(string name, string? title = null) => new(name, title ?? name, CellKind.Share);
}
