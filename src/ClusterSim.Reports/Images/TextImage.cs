using ScottPlot;

namespace ClusterSim.Reports.Images;

/// <summary>Stands for an image that cannot be drawn, and says why: a folder of images is complete, and no older one is taken for its place.</summary>
internal static class TextImage
{
    private const int CharactersOfLine = 96;
    private const int BaseHeight = 110;
    private const int LineHeight = 22;
    private const int TextSize = 15;

    // Beside the text and above, of the image's size.
    private const double Margin = 0.06;

    /// <summary>Makes one.</summary>
    /// <param name="name">Of its file, without what it ends with.</param>
    /// <param name="title">What it would have shown.</param>
    /// <param name="why">Why it does not, in sentences.</param>
    public static Image Of(string name, string title, string why)
    {
        var lines = Lines(why);
        var plot = ImageStyle.NewPlot(title, "");
        plot.HideAxesAndGrid();
        plot.Axes.Title.IsVisible = true;
        plot.Axes.SetLimits(-Margin, 1, 0, 1 + Margin);
        var text = plot.Add.Text(string.Join('\n', lines), 0, 1);
        text.LabelAlignment = Alignment.UpperLeft;
        text.LabelFontSize = TextSize;
        text.LabelFontColor = Tokens.Of("--text");
        return new Image(name, plot, BaseHeight + (lines.Count * LineHeight));
    }

    private static List<string> Lines(string text)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > CharactersOfLine)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] += lines[^1].Length == 0 ? word : $" {word}";
            }
        }

        return lines;
    }
}
