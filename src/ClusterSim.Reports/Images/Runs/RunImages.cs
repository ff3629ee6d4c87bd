using ClusterSim.Core.Input;
using ClusterSim.Inspection.Reading;
using ClusterSim.Reports.Runs;

namespace ClusterSim.Reports.Images.Runs;

/// <summary>The images of a traced run. A file that is damaged costs only the images that need it.</summary>
public static class RunImages
{
    private static readonly Func<RunContents, Task<Image?>>[] All = [TimelineImage.OfAsync, BreakdownImage.OfAsync, PathImage.OfAsync, LinksImage.OfAsync];

    /// <summary>Makes the images of the trace in a folder, and says what is left out.</summary>
    /// <exception cref="InvalidInputException">The folder holds no trace, or nothing of it can be drawn.</exception>
    public static async Task<(IReadOnlyList<Image> Images, IReadOnlyList<string> Notes)> OfAsync(string folder)
    {
        var partial = await PartialTrace.OpenAsync(folder).ConfigureAwait(false);
        var contents = new RunContents(partial);
        var problems = partial.Problems.ToList();
        var images = new List<Image>();
        foreach (var make in All)
        {
            try
            {
                if (await make(contents).ConfigureAwait(false) is { } image)
                {
                    images.Add(image);
                }
            }
            catch (InvalidInputException invalid)
            {
                problems.AddRange(invalid.Problems);
            }
        }

        var told = problems.DistinctBy(problem => problem.Where + problem.What).ToList();
        if (images.Count == 0)
        {
            throw told.Count > 0 ? new InvalidInputException(told) : new InvalidInputException(folder, "The trace has nothing to draw.", "Record a run with nodes.");
        }

        return (images, [.. partial.Trace.Notes, .. told.Select(problem => $"{problem.Where}: {problem.What}")]);
    }
}
