namespace ClusterSim.Reports.Pages;

/// <summary>
/// HTML that is safe to print. Made of an interpolated string, whose holes are encoded unless they are HTML themselves, so that no name of a
/// user's becomes markup.
/// </summary>
/// <param name="Text">The HTML.</param>
public readonly record struct Html(string Text)
{
    /// <summary>Nothing.</summary>
    public static Html Empty { get; } = new("");

    /// <summary>Makes HTML: <c>Html.Of($"&lt;p&gt;{name}&lt;/p&gt;")</c>.</summary>
    public static Html Of(HtmlHandler markup) => new(markup.ToText());

    /// <summary>Puts pieces behind one another.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Text)));

    public override string ToString() => Text;
}
