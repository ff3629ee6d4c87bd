using System.Globalization;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>How numbers are read from files and written in messages.</summary>
internal static class NumberText
{
    /// <summary>Reads a number; infinite where it is too large for a double, null where the text is none.</summary>
    public static double? Read(string text)
    {
        // Words such as NaN and Infinity, which double.TryParse takes, are no numbers in a file.
        var isNumber = text.Length > 0 && (char.IsAsciiDigit(text[^1]) || text[^1] == '.')
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return isNumber ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Reads a whole number, also one written as 8.0 or 1e6; null where the text is none or it has more than 63 bits.</summary>
    public static long? ReadWhole(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return whole;
        }

        // Beyond 2^53 a double is a whole number whatever was meant.
        const double LargestExact = 1L << 53;
        return Read(text) is { } number && Math.Abs(number) <= LargestExact && Math.Floor(number) == number ? (long)number : null;
    }

    /// <summary>A limit in a message.</summary>
    public static string Of(double limit) =>
        Math.Floor(limit) == limit && Math.Abs(limit) < long.MaxValue ? Of((long)limit) : limit.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>A limit in a message.</summary>
    public static string Of(long limit) => limit.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A unit behind what is allowed.</summary>
    public static string Unit(string? unit) => unit is null ? "" : $" ({unit})";
}
