using ClusterSim.Core.Input;
using ClusterSim.Reports.Runs;

namespace ClusterSim.Reports.Images.Runs;

/// <summary>The images of a traced run. A file that is damaged costs only the images that need it; those say so.</summary>
public static class RunImages
{
    private static readonly (string Name, string Title, Func<RunContents, Task<Image?>> Make)[] All =
    [
        ("timeline", "timeline of NPUs", TimelineImage.OfAsync),
        ("breakdown", "what NPUs did", BreakdownImage.OfAsync),
        ("critical-path", "critical path", PathImage.OfAsync),
        ("links", "use of links", LinksImage.OfAsync),
    ];

    /// <summary>Makes the images of the trace in a folder, and says what a reader should know before he relies on them.</summary>
    /// <exception cref="InvalidInputException">The folder holds no trace of which anything can be read.</exception>
    public static async Task<(IReadOnlyList<Image> Images, IReadOnlyList<string> Notes)> OfAsync(string folder)
    {
        var contents = await RunContents.OpenAsync(folder).ConfigureAwait(false);
        var problems = new List<Problem>();
        var images = new List<Image>();
        foreach (var (name, title, make) in All)
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
                images.Add(TextImage.Of(name, $"{contents.Run.Experiment}: {title}", contents.WhyMissing(invalid.Problems)));
            }
        }

        return (images, contents.NotesWith(problems));
    }
}
