using System.Text;
using ClusterSim.Reports.Pages;

namespace ClusterSim.Watch.Serving;

/// <summary>The files of the page, by the path at which a browser asks for them. Styles and scripts of all pages are those of reports.</summary>
internal sealed class PageFiles
{
    private const string Html = "text/html; charset=utf-8";
    private const string Css = "text/css; charset=utf-8";
    private const string Js = "text/javascript; charset=utf-8";

    private static readonly string[] OfAllPages =
        ["tokens.css", "page.css", "controls.css", "table.css", "chart.css", "page.js", "theme.js", "format.js", "tooltip.js", "axis.js"];

    private static readonly string[] OfThisPage = ["watch.css", "curve.js", "rows.js", "run.js", "sweep.js", "watch.js"];

    private readonly Dictionary<string, (string Type, byte[] Content)> files = new(StringComparer.Ordinal) { ["/"] = (Html, Own("watch.html")) };

    public PageFiles()
    {
        foreach (var name in OfAllPages)
        {
            files.Add("/" + name, (TypeOf(name), Encoding.UTF8.GetBytes(Asset.Read(name))));
        }

        foreach (var name in OfThisPage)
        {
            files.Add("/" + name, (TypeOf(name), Own(name)));
        }
    }

    /// <summary>A file; null: there is none at this path.</summary>
    public (string Type, byte[] Content)? Find(string path) => files.TryGetValue(path, out var file) ? file : null;

    private static string TypeOf(string name) => name.EndsWith(".css", StringComparison.Ordinal) ? Css : Js;

    private static byte[] Own(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no asset {name}.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
