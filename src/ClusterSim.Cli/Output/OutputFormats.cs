namespace ClusterSim.Cli.Output;

/// <summary>What is printed in a format.</summary>
internal static class OutputFormats
{
    /// <summary>Prints something in the one of its forms that the format asks for.</summary>
    public static void Write(this OutputFormat format, Action table, Action json, Action csv)
    {
        var write = format switch
        {
            OutputFormat.Json => json,
            OutputFormat.Csv => csv,
            _ => table,
        };
        write();
    }
}
