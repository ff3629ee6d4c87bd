using System.Security.Cryptography;

namespace ClusterSim.Cluster.Inputs;

/// <summary>A file by its content, wherever it lies.</summary>
/// <param name="Hash">SHA-256, 64 small hexadecimal digits.</param>
/// <param name="Size">Bytes.</param>
public sealed record InputId(string Hash, long Size)
{
    private const int HashDigits = 2 * SHA256.HashSizeInBytes;

    /// <summary>Whether a text is a hash, and so fit for the name of a file.</summary>
    public static bool IsHash(string text) =>
        text.Length == HashDigits && text.All(digit => char.IsAsciiDigit(digit) || digit is >= 'a' and <= 'f');

    /// <summary>The id of a file's content.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static InputId OfFile(string path)
    {
        using var stream = File.OpenRead(path);
        return new(Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length);
    }
}
