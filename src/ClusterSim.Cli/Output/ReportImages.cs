using ClusterSim.Core.Input;
using ClusterSim.Reports;
using ClusterSim.Reports.Images;
using ClusterSim.Reports.Images.Runs;
using ClusterSim.Reports.Images.Sweeps;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Output;

/// <summary>The images of a report. The only one who needs what draws them, so that it is loaded for nothing else.</summary>
internal static class ReportImages
{
    /// <summary>Writes the images; gives what is to be said of them, and their names.</summary>
    /// <exception cref="OutputFailedException">They cannot be written.</exception>
    public static async Task<IReadOnlyList<string>> WriteAsync(ReportSubject subject, string folder, string into)
    {
        try
        {
            var (images, notes) = subject == ReportSubject.Sweep ? (SweepImages.Of(folder), []) : await RunImages.OfAsync(folder);
            await ImageFolder.WriteAsync(images, into);
            return [.. notes, $"{images.Count} images in {Printable.Of(into)}: {string.Join(", ", images.Select(image => image.FileName))}"];
        }
        catch (Exception error) when (error is DllNotFoundException or TypeInitializationException { InnerException: DllNotFoundException })
        {
            throw new InvalidInputException(
                "--png", "Images cannot be drawn on this kind of machine.", "Draw them on Linux (x64, arm64), Windows (x64) or macOS; the page of -o needs nothing.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputFailedException($"The images in {into}", error);
        }
    }
}
