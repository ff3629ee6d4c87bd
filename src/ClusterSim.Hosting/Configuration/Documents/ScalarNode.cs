namespace ClusterSim.Hosting.Configuration.Documents;

/// <summary>A single value: a number, a name, a path.</summary>
/// <param name="place">Where it stands.</param>
/// <param name="text">Its text, without quotes.</param>
/// <param name="isPlain">Whether it stands without quotes. What stands in quotes is text, never a number.</param>
internal sealed class ScalarNode(Place place, string text, bool isPlain) : ConfigNode(place)
{
    private const int LongestShown = 60;

    public string Text => text;

    public bool IsPlain => isPlain;

    /// <summary>Whether a key stands without a value.</summary>
    public bool IsNull => isPlain && text is "" or "~" or "null";

    public override string Given
    {
        get
        {
            var cut = text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "...");
            var shown = cut.Replace("\0", "\\0", StringComparison.Ordinal);
            return isPlain ? shown : $"\"{shown}\"";
        }
    }
}
