using ClusterSim.Reports.Pages;

namespace ClusterSim.Reports.Runs;

/// <summary>A part of a run's report.</summary>
/// <param name="Section">What stands on the page.</param>
/// <param name="Data">What its scripts show.</param>
internal sealed record RunPart(PageSection Section, params IReadOnlyList<PageData> Data);
