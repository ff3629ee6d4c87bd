using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;

namespace ClusterSim.Hosting.Plugins;

/// <summary>
/// The plug-ins that this process has loaded, by their content: .NET does not give an assembly back cheaply, and the points of a sweep all
/// name the same. Safe to use from several threads.
/// </summary>
internal static class PluginLibrary
{
    // A few classes; what is larger is something else, and would travel to every node.
    private const long MostBytes = 16 << 20;

    private static readonly ConcurrentDictionary<string, Lazy<Plugin>> Loaded = new(StringComparer.Ordinal);

    /// <summary>Loads the assembly of a file.</summary>
    public static Plugin Load(string path)
    {
        if (Directory.Exists(path))
        {
            return Plugin.Faulty("is a folder");
        }

        byte[] content;
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                return Plugin.Faulty($"is larger than {MostBytes >> 20} MiB");
            }

            content = File.ReadAllBytes(path);
        }
        catch (FileNotFoundException)
        {
            return Plugin.Faulty("does not exist");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Plugin.Faulty($"cannot be read: {error.Message.TrimEnd('.')}");
        }

        return Loaded.GetOrAdd(HashOf(content), hash => new Lazy<Plugin>(() => Load(content, hash))).Value;
    }

    /// <summary>What identifies the content of a plug-in.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static Plugin Load(byte[] content, string hash)
    {
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            return PluginReader.Read(new PluginLoadContext(hash).LoadFromStream(stream));
        }
        catch (BadImageFormatException)
        {
            return Plugin.Faulty("is no .NET assembly for this version of .NET, or is damaged");
        }
        catch (Exception error) when (error is FileLoadException or FileNotFoundException or TypeLoadException or ReflectionTypeLoadException)
        {
            return Plugin.Faulty(PluginReader.CannotBeLoaded(error));
        }
    }
}
