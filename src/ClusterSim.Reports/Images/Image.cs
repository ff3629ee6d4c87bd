using ScottPlot;

namespace ClusterSim.Reports.Images;

/// <summary>An image of a report, for papers and slides.</summary>
/// <param name="Name">Of its file, without what it ends with.</param>
/// <param name="Plot">What it shows.</param>
/// <param name="Height">How high it is, before it is drawn twice as large.</param>
public sealed record Image(string Name, Plot Plot, int Height = Image.UsualHeight)
{
    /// <summary>How wide each is, before it is drawn twice as large.</summary>
    public const int Width = 800;

    internal const int UsualHeight = 480;

    // Sharp on paper, too.
    private const int Factor = 2;

    /// <summary>Its file.</summary>
    public string FileName => Name + ".png";

    /// <summary>Draws it.</summary>
    public byte[] ToPng()
    {
        Plot.ScaleFactor = Factor;
        return Plot.GetImage(Width * Factor, Height * Factor).GetImageBytes(ImageFormat.Png);
    }
}
