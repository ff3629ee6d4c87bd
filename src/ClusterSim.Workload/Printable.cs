using System.Globalization;
using System.Text;

namespace ClusterSim.Workload;

/// <summary>
/// Makes names out of files fit for messages. A message goes to terminals, which act upon control characters, and is one line.
/// </summary>
public static class Printable
{
    private const int LongestName = 60;

    /// <summary>The text with its control characters as <c>\u001B</c>.</summary>
    public static string Of(string text)
    {
        if (!text.Any(NeedsEscape))
        {
            return text;
        }

        var escaped = new StringBuilder();
        foreach (var character in text)
        {
            if (NeedsEscape(character))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
            else
            {
                escaped.Append(character);
            }
        }

        return escaped.ToString();
    }

    /// <summary>The same of a text in UTF-8.</summary>
    public static string Of(ReadOnlySpan<byte> text) => Of(Encoding.UTF8.GetString(text));

    /// <summary>A name in the same way; only its beginning, and dots, if it is too long for a line.</summary>
    public static string Name(string name)
    {
        if (name.Length <= LongestName)
        {
            return Of(name);
        }

        // Not between the two halves of a character.
        var length = char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName;
        return Of(name[..length]) + "...";
    }

    /// <summary>The same of a name in UTF-8.</summary>
    public static string Name(ReadOnlySpan<byte> name) => Name(Encoding.UTF8.GetString(name));

    // Format characters reverse the direction of what follows, or show nothing.
    private static bool NeedsEscape(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
