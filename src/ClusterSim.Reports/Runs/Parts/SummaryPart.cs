using ClusterSim.Inspection.Reading;
using ClusterSim.Reports.Pages;

namespace ClusterSim.Reports.Runs.Parts;

/// <summary>What a run found, at a glance: the figures of the NPU that finished last, as the program prints them.</summary>
internal static class SummaryPart
{
    public static Task<RunPart?> OfAsync(RunContents contents) => Task.FromResult(contents.Run switch
    {
        { Figures: { Npus.Count: > 0 } figures } => new RunPart(new PageSection("summary", "Summary", Of(figures)) { Lead = $"Figures of {figures.SlowestText}." }),
        { Failure: not null } => null,
        _ => RunPart.Missing("summary", "Summary", "run.json, which tells what the run found, cannot be read."),
    });

    private static Html Of(RunFigures figures)
    {
        var npu = figures.Slowest;
        return Html.Of(
            $"""
             <dl class="figures">
             {Figure("Wall", Quantity.Time(npu.WallNs), "until its last node")}
             {Figure("Compute", Quantity.Time(npu.ComputeNs), "it computed")}
             {Figure("Communication", Quantity.Time(npu.CommunicationNs), "hidden or not")}
             {Figure("Exposed", Quantity.Time(npu.ExposedNs), "it did not compute")}
             {Figure("Overhead", Quantity.Share(npu.Overhead), "exposed / wall")}
             {Figure("Messages", new Html(Quantity.Exact(figures.Messages)), Quantity.Count(figures.Hops, "hop", "hops"))}
             {Figure("Events", new Html(Quantity.Exact(figures.Events)), "simulated")}
             </dl>
             {ShareBar.Of("What the time until it finished was spent on", [("compute", "--compute", npu.FinishNs - npu.ExposedNs), ("exposed", "--exposed", npu.ExposedNs)])}
             """);
    }

    private static Html Figure(string name, Html value, string what) => Html.Of($"<div class=\"figure\"><dt>{name}</dt><dd>{value}<small>{what}</small></dd></div>");
}
