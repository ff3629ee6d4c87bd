using ScottPlot;
using SkiaSharp;

namespace ClusterSim.Reports.Images;

/// <summary>
/// The fonts of images, which are built into the program: a machine that only runs programs has none. What they lack comes from the
/// system's, where it has any.
/// </summary>
internal sealed class ImageFonts : IFontResolver
{
    /// <summary>The name by which plots know them.</summary>
    public const string Family = "Inter";

    private static readonly Lazy<SKTypeface> Regular = new(() => Load("fonts/Inter-Regular.otf"));
    private static readonly Lazy<SKTypeface> SemiBold = new(() => Load("fonts/Inter-SemiBold.otf"));
    private static readonly Lock Use = new();
    private static bool areInUse;

    private ImageFonts()
    {
    }

    /// <summary>Lets plots find them.</summary>
    public static void EnsureInUse()
    {
        lock (Use)
        {
            if (!areInUse)
            {
                ScottPlot.Fonts.FontResolvers.Insert(0, new ImageFonts());
                ScottPlot.Fonts.Default = Family;
                areInUse = true;
            }
        }
    }

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName != Family ? null : weight >= FontWeight.SemiBold ? SemiBold.Value : Regular.Value;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => CreateTypeface(fontName, bold ? FontWeight.Bold : FontWeight.Normal, default, default);

    private static SKTypeface Load(string path)
    {
        using var stream = typeof(ImageFonts).Assembly.GetManifestResourceStream(path) ?? throw new InvalidOperationException($"There is no font {path}.");
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException($"The font {path} cannot be read.");
    }
}
