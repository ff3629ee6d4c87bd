using System.Text.RegularExpressions;
using Hyperion;

namespace ClusterSim.Cluster.Wire;

/// <summary>Lets Hyperion read and write the listed types and no other.</summary>
/// <remarks>
/// Hyperion asks with the full name before it writes and with its own short one before it reads, so both are known. Its own
/// filter knows only one of them.
/// </remarks>
internal sealed partial class KnownTypes : ITypeFilter
{
    private const string CoreAssembly = ",%core%";

    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public KnownTypes(IEnumerable<Type> types)
    {
        foreach (var type in types)
        {
            names.Add(type.AssemblyQualifiedName!);
            names.Add(ShortName(type));
        }
    }

    public bool IsAllowed(string typeName) => names.Contains(typeName);

    // As Hyperion writes it: the core library by a sign, all others without version, culture and token.
    private static string ShortName(Type type)
    {
        var core = typeof(int).AssemblyQualifiedName!;
        var coreBehindName = core[core.IndexOf(", ", StringComparison.Ordinal)..];
        return VersionPart().Replace(type.AssemblyQualifiedName!.Replace(coreBehindName, CoreAssembly, StringComparison.Ordinal), "");
    }

    [GeneratedRegex(@", Version=[\d.]+|, Culture=[^,\] \t]+|, PublicKeyToken=(null|[\da-f]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VersionPart();
}
