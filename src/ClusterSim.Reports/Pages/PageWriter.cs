namespace ClusterSim.Reports.Pages;

/// <summary>Writes pages: the head, the frame around the sections, the data, and the scripts.</summary>
public static class PageWriter
{
    // Whatever a page holds, it loads nothing and sends nothing.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";

    // In the order of their use: each may need those before it.
    private static readonly string[] Styles = ["tokens.css", "page.css", "controls.css", "table.css", "chart.css", "narrow.css"];
    private static readonly string[] Scripts = ["page.js", "theme.js", "format.js", "quantity.js", "tooltip.js", "axis.js", "table.js", "copy.js"];

    /// <summary>Writes a page.</summary>
    public static void Write(Page page, TextWriter output)
    {
        output.WriteLine("<!doctype html>\n<html lang=\"en\">");
        output.WriteLine(Head(page));
        output.WriteLine("<body>");
        output.WriteLine(Header(page));
        output.WriteLine("<main id=\"content\">");
        output.WriteLine(NotesOf(page));
        foreach (var section in page.Sections)
        {
            output.WriteLine(SectionOf(section));
        }

        output.WriteLine("</main>");
        output.WriteLine(Html.Of($"<footer class=\"page-footer\">{page.Origin}</footer>"));
        foreach (var data in page.Data)
        {
            output.WriteLine(Html.Of($"<script type=\"application/json\" id=\"data-{data.Name}\">{new Html(data.Json)}</script>"));
        }

        foreach (var script in Scripts.Concat(page.Scripts))
        {
            output.WriteLine(Html.Of($"<script>\n{new Html(Asset.Read(script))}</script>"));
        }

        output.WriteLine("</body>\n</html>");
    }

    private static Html Head(Page page) => Html.Of(
        $"""
         <head>
         <meta charset="utf-8">
         <meta http-equiv="Content-Security-Policy" content="{Policy}">
         <meta name="viewport" content="width=device-width, initial-scale=1">
         <meta name="color-scheme" content="light dark">
         <title>{page.Title} · {page.Kind}</title>
         {Html.Join(Styles.Concat(page.Styles).Select(style => new Html($"<style>\n{Asset.Read(style)}</style>\n")))}</head>
         """);

    private static Html Header(Page page) => Html.Of(
        $"""
         <a class="skip" href="#content">Skip to the content</a>
         <header class="page-header">
         <div class="page-title">
         <p class="page-kind">{page.Kind}</p>
         <h1>{page.Title}</h1>
         <ul class="page-facts">{Html.Join(page.Facts.Select(fact => Html.Of($"<li>{fact}</li>")))}</ul>
         </div>
         <button type="button" id="theme" class="button" aria-pressed="false">Dark theme</button>
         </header>
         <nav class="page-nav" aria-label="Sections"><ul>{Html.Join(page.Sections.Select(section => Html.Of($"<li><a href=\"#{section.Id}\">{section.Title}</a></li>")))}</ul></nav>
         <noscript><p class="note">This page draws its charts and tables with scripts, which the browser does not run.</p></noscript>
         """);

    private static Html NotesOf(Page page) => page.Notes.Count == 0
        ? Html.Empty
        : Html.Of($"<aside class=\"notes\" aria-label=\"Notes\">{Html.Join(page.Notes.Select(note => Html.Of($"<p class=\"note\">{note}</p>")))}</aside>");

    private static Html SectionOf(PageSection section) => Html.Of(
        $"""
         <section id="{section.Id}" aria-labelledby="{section.Id}-title">
         <h2 id="{section.Id}-title">{section.Title}</h2>
         {(section.Lead.Length == 0 ? Html.Empty : Html.Of($"<p class=\"lead\">{section.Lead}</p>"))}
         {section.Body}
         </section>
         """);
}
