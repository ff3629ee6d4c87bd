namespace ClusterSim.Reports.Pages;

/// <summary>A style sheet or a script that pages hold, which is built into the program.</summary>
public static class Asset
{
    /// <summary>Its text.</summary>
    /// <param name="path">Its path below <c>Assets</c>.</param>
    public static string Read(string path)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"There is no asset {path}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
