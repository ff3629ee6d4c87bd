namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Counts the traces of a prefix, which are numbered from 0.</summary>
internal static class TraceNumbers
{
    /// <summary>The first number from a given one on that no trace has.</summary>
    public static int CountFrom(int first, string prefix)
    {
        var count = first;
        while (File.Exists($"{prefix}.{count}.et"))
        {
            count++;
        }

        return count;
    }
}
