namespace ClusterSim.Workload.Chakra;

/// <summary>Recognises what a file that is no Chakra trace probably is instead.</summary>
internal static class ForeignFormat
{
    /// <summary>What to do about a file that starts with these bytes.</summary>
    public static string Remedy(ReadOnlySpan<byte> start)
    {
        var text = start.TrimStart(" \t\r\n"u8);
        if (text.StartsWith("{"u8) || text.StartsWith("["u8))
        {
            return "It looks like JSON: clustersim workload convert makes a trace of the JSON of one; PyTorch's traces are converted by chakra_converter.";
        }

        if (start is [0x1F, 0x8B, ..])
        {
            return "It is compressed with gzip: unpack it first.";
        }

        return IsText(start)
            ? "It looks like text: clustersim workload convert makes traces of version-1 text."
            : "Give a file of length-delimited protobuf messages as Chakra's tools write it, a GlobalMetadata first.";
    }

    private static bool IsText(ReadOnlySpan<byte> start)
    {
        foreach (var character in start)
        {
            if (character is < 0x20 and not (byte)'\t' and not (byte)'\n' and not (byte)'\r' or 0x7F)
            {
                return false;
            }
        }

        return !start.IsEmpty;
    }
}
