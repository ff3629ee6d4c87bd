using ClusterSim.Core.Input;
using ClusterSim.Inspection.Reading;
using ClusterSim.Reports.Pages;
using ClusterSim.Reports.Runs.Parts;

namespace ClusterSim.Reports.Runs;

/// <summary>The page of a traced run. A file that is damaged costs only what it holds.</summary>
public static class RunReport
{
    // The parts, in their order. One that has nothing to say is left out.
    private static readonly (string Id, string Title, Func<RunContents, Task<RunPart?>> Make)[] Parts =
    [
        ("failure", "Failure", FailurePart.OfAsync),
        ("summary", "Summary", SummaryPart.OfAsync),
        ("timeline", "Timeline", TimelinePart.OfAsync),
        ("critical-path", "Critical path", PathPart.OfAsync),
        ("layers", "Layers", LayersPart.OfAsync),
        ("collectives", "Collectives", CollectivesPart.OfAsync),
        ("links", "Links", LinksPart.OfAsync),
        ("memory", "Memory", MemoryPart.OfAsync),
        ("configuration", "Configuration", ConfigurationPart.OfAsync),
    ];

    /// <summary>Makes the page of the trace in a folder.</summary>
    public static async Task<Page> OfAsync(string folder)
    {
        var contents = await RunContents.OpenAsync(folder).ConfigureAwait(false);
        var problems = new List<Problem>();
        var parts = new List<RunPart>();
        foreach (var (id, title, make) in Parts)
        {
            try
            {
                if (await make(contents).ConfigureAwait(false) is { } part)
                {
                    parts.Add(part);
                }
            }
            catch (InvalidInputException invalid)
            {
                problems.AddRange(invalid.Problems);
                parts.Add(RunPart.Missing(id, title, contents.WhyMissing(invalid.Problems)));
            }
        }

        return new Page
        {
            Title = contents.Run.Experiment,
            Kind = "Traced run",
            Facts = [.. FactsOf(contents.Trace)],
            Notes = contents.NotesWith(problems),
            Sections = [.. parts.Select(part => part.Section)],
            Data = [.. parts.SelectMany(part => part.Data)],
            Styles = ["run/timeline.css"],
            Scripts =
            [
                "run/lanes.js", "run/timeline-paint.js", "run/path-paint.js", "run/timeline-range.js", "run/timeline-details.js", "run/timeline-controls.js", "run/timeline.js",
                "run/memory.js",
            ],
            Origin = OriginOf(contents.Run),
        };
    }

    private static IEnumerable<string> FactsOf(Trace trace)
    {
        yield return Quantity.Count(trace.NpuCount, "NPU", "NPUs");
        if (trace.Run.Network.Dimensions.Count > 0)
        {
            yield return string.Join(" × ", trace.Run.Network.Dimensions.Select(dimension => $"{dimension.Topology}({Quantity.Exact(dimension.Npus)})"));
            yield return trace.Run.Network.IsCongestionAware ? "with congestion" : "without congestion";
        }
        else if (trace.Run.Network.Links.Count > 0)
        {
            yield return $"a graph of {Quantity.Count(trace.Run.Network.Links.Count, "link", "links")}";
        }
    }

    private static string OriginOf(RunFacts run) => run.Version.Length == 0
        ? "Made by ClusterSim of a trace without run.json."
        : $"Simulated by ClusterSim {run.Version}.{(run.Figures is { } figures ? $" Digest {figures.Digest}." : "")}";
}
