using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ClusterSim.Reports.Pages;

/// <summary>Puts together an interpolated string of HTML; see <see cref="Html"/>.</summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlHandler
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text;

    public HtmlHandler(int literalLength, int formattedCount)
    {
        text = new StringBuilder(literalLength + (16 * formattedCount));
    }

    public void AppendLiteral(string markup) => text.Append(markup);

    public void AppendFormatted(Html html) => text.Append(html.Text);

    public void AppendFormatted(string? value) => text.Append(Encoder.Encode(value ?? ""));

    public void AppendFormatted(int value) => text.Append(value);

    internal string ToText() => text.ToString();
}
