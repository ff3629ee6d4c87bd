namespace ClusterSim.Reports.Pages;

/// <summary>Text for programs, closed at first, with a button that copies it.</summary>
public static class CodeBlock
{
    /// <summary>Makes one.</summary>
    /// <param name="id">Of its text, within the page.</param>
    /// <param name="summary">What it is; opens it.</param>
    /// <param name="text">The text.</param>
    public static Html Of(string id, string summary, string text) => Html.Of(
        $"""
         <details>
         <summary>{summary} ({Quantity.Count(text.TrimEnd().Count(letter => letter == '\n') + 1, "line", "lines")})</summary>
         <div class="code">
         <button type="button" class="button" data-copy="{id}">Copy</button>
         <pre id="{id}" tabindex="0" aria-label="{summary}">{text}</pre>
         </div>
         </details>
         """);
}
