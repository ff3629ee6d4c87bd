using ClusterSim.Reports.Pages;

namespace ClusterSim.Reports.Sweeps;

/// <summary>The sections of a sweep's page; scripts fill those with charts and the table.</summary>
internal static class SweepSections
{
    public static IReadOnlyList<PageSection> Of(SweepPoints points, ChartChoices choices)
    {
        var sections = new List<PageSection> { new("summary", "Summary", SweepSummarySection.Of(points)) };
        if (PointFigures.Of(points).Count > 0)
        {
            sections.AddRange(Charts(points, choices));
        }

        if (points.CountOf("failed") > 0)
        {
            sections.Add(new("failed", "Failed points", FailedSection.Of(points)));
        }

        sections.Add(new("points", "All points", Host("points")) { Lead = "Headings sort. The CSV file has all columns of results.csv, for the points that the filters leave, in this order." });
        return sections;
    }

    private static IEnumerable<PageSection> Charts(SweepPoints points, ChartChoices choices)
    {
        yield return new("scaling", "Scaling", Host("scaling")) { Lead = "Any figure along any axis; another axis makes a curve for each of its values." };
        if (choices.Scaling is not null)
        {
            yield return new("speed-up", "Speed-up and efficiency", Html.Of($"{SpeedUpNote}{Host("speed-up")}"))
            {
                Lead = "How much faster the work gets done, against the smallest point of each curve.",
            };
        }

        if (points.Find(CollectiveColumns.AlgorithmBandwidth) is not null)
        {
            yield return new("bandwidth", "Bandwidth", Host("bandwidth"))
            {
                Lead = "Of the collective, as nccl-tests define it. Algorithm bandwidth is its data over its time; bus bandwidth multiplies that by the share of the data that must cross "
                    + "the link of each of n ranks: 2(n-1)/n for an all-reduce, (n-1)/n else. " + Quantity.Gigabytes,
            };
        }

        if (choices.Columns is not null)
        {
            yield return new("heat-map", "Heat map", Host("heat-map")) { Lead = "One figure over two axes." };
        }
    }

    private static Html SpeedUpNote => Html.Of(
        $"""
         <dl class="definitions">
         <dt>Strong scaling</dt><dd>The work stays the same however many share it. With n times as many and T the wall time, speed-up is T(smallest) / T, ideally n.</dd>
         <dt>Weak scaling</dt><dd>Each brings the same work, so there is n times as much. Speed-up is n · T(smallest) / T, ideally n.</dd>
         <dt>Efficiency</dt><dd>Speed-up over n. 100 % is ideal.</dd>
         </dl>
         """);

    private static Html Host(string name) => Html.Of($"<div id=\"{name}-view\" class=\"view\"></div>");
}
