using System.Globalization;

namespace ClusterSim.Sweeps.Tables;

/// <summary>Cells as text and as numbers.</summary>
public static class Cell
{
    /// <summary>A cell as people write it; numbers without needless zeros.</summary>
    public static string Text(object? cell) => cell switch
    {
        null => "",
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        _ => (string)cell,
    };

    /// <summary>A cell of a column of numbers; labels of axes are numbers in text.</summary>
    public static decimal? Number(object? cell) => cell switch
    {
        null => null,
        decimal number => number,
        _ => decimal.Parse((string)cell, NumberStyles.Float, CultureInfo.InvariantCulture),
    };
}
