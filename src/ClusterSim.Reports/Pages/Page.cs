namespace ClusterSim.Reports.Pages;

/// <summary>A page: one HTML file that needs nothing besides.</summary>
public sealed record Page
{
    /// <summary>What it is about; the name of an experiment or a sweep.</summary>
    public required string Title { get; init; }

    /// <summary>What kind of page it is, above the title.</summary>
    public required string Kind { get; init; }

    /// <summary>What a reader must know at once, in a few words each.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>What a reader should know before he relies on it, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public required IReadOnlyList<PageSection> Sections { get; init; }

    /// <summary>What its scripts show.</summary>
    public IReadOnlyList<PageData> Data { get; init; } = [];

    /// <summary>Its own style sheets, by their paths below <c>Assets</c>, behind those of all pages.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];

    /// <summary>Its own scripts, by their paths below <c>Assets</c>, behind those of all pages.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>Where it is from, at its end.</summary>
    public string Origin { get; init; } = "";
}
