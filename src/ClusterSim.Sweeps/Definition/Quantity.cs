using System.Globalization;
using ClusterSim.Hosting.Configuration.Documents;

namespace ClusterSim.Sweeps.Definition;

/// <summary>A number that axes count in and exclusions compare: plain, or an amount of data.</summary>
/// <param name="Value">The number; of data, its bytes.</param>
/// <param name="IsSize">Whether it is written with a unit of data.</param>
public readonly record struct Quantity(decimal Value, bool IsSize)
{
    private static readonly (string Name, decimal Bytes)[] Units = [("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10), ("B", 1)];

    /// <summary>Reads a number or a size; null where a value is neither. A list of one counts as its value.</summary>
    internal static Quantity? Of(ConfigNode node) => node switch
    {
        ScalarNode { IsPlain: true } scalar => Parse(scalar.Text),
        ListNode { Items: [ScalarNode { IsPlain: true } only] } => Parse(only.Text),
        _ => null,
    };

    /// <summary>As files write it; a size in the largest unit that divides it.</summary>
    public override string ToString()
    {
        var value = Value;
        if (!IsSize)
        {
            return Text(value);
        }

        var unit = Array.Find(Units, unit => value % unit.Bytes == 0 && (value != 0 || unit.Bytes == 1));
        return unit.Name is null ? Text(value) + "B" : Text(value / unit.Bytes) + unit.Name;
    }

    /// <summary>Reads a number or a size such as <c>1MiB</c>; null where a text is neither.</summary>
    public static Quantity? Parse(string text)
    {
        foreach (var (name, bytes) in Units)
        {
            if (text.EndsWith(name, StringComparison.Ordinal))
            {
                return Number(text[..^name.Length].TrimEnd(' ')) is { } sized && Math.Abs(sized) < decimal.MaxValue / bytes ? new(sized * bytes, IsSize: true) : null;
            }
        }

        return Number(text) is { } number ? new(number, IsSize: false) : null;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Without the zeros that a decimal remembers: 2.50 is 2.5.
    private static string Text(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
