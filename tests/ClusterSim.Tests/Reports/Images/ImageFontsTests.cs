using ClusterSim.Reports.Images;
using ScottPlot;
using Xunit;

namespace ClusterSim.Tests.Reports.Images;

public sealed class ImageFontsTests
{
    // Whatever fonts the machine has.
    [Fact]
    public void Family_InUse_HasTheLettersOfUnits()
    {
        ImageFonts.EnsureInUse();

        var font = Fonts.GetTypeface(ImageFonts.Family, bold: false, italic: false);

        Assert.Equal("Inter", font.FamilyName);
        Assert.DoesNotContain((ushort)0, font.GetGlyphs("Wall time (µs) × – 0123456789 GB/s äé Ωλ"));
    }
}
