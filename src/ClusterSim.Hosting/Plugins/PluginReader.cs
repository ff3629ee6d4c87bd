using System.Reflection;
using System.Text.RegularExpressions;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Hosting.Plugins;

/// <summary>Finds the algorithms of an assembly, and everything that is wrong with them.</summary>
internal static partial class PluginReader
{
    private const string Example = "[assembly: CollectivePlugin(typeof(MyFamily))]";

    public static Plugin Read(Assembly assembly)
    {
        var faults = new List<string>();
        var families = new List<ICollectiveFamily>();
        IReadOnlyList<CustomAttributeData> marks = [.. assembly.GetCustomAttributesData().Where(mark => mark.AttributeType == typeof(CollectivePluginAttribute))];
        if (marks.Count == 0)
        {
            faults.Add($"names no collective algorithm: it lacks {Example}");
        }

        foreach (var mark in marks)
        {
            if (Read(mark, faults) is { } family)
            {
                families.Add(family);
            }
        }

        faults.AddRange(families.GroupBy(family => family.Name).Where(same => same.Count() > 1).Select(same => $"has {same.Count()} algorithms called {same.Key}"));
        return faults.Count == 0 ? new(families, []) : Plugin.Faulty(faults);
    }

    /// <summary>Why an assembly could not be loaded.</summary>
    public static string CannotBeLoaded(Exception error) => error is FileNotFoundException { FileName: { } missing }
        ? $"needs the assembly {missing.Split(',')[0]}, and a plug-in is one file that uses .NET and ClusterSim.Core alone"
        : $"cannot be loaded: {error.Message.TrimEnd('.')}";

    private static ICollectiveFamily? Read(CustomAttributeData mark, List<string> faults)
    {
        try
        {
            var version = (int)mark.ConstructorArguments[1].Value!;
            if (version != CollectiveInterface.Version)
            {
                faults.Add(
                    $"was built for version {version} of the interface, and this program has version {CollectiveInterface.Version}: "
                    + $"build it again with ClusterSim.Core {typeof(ICollectiveFamily).Assembly.GetName().Version?.ToString(3)}");
                return null;
            }

            var type = (Type)mark.ConstructorArguments[0].Value!;
            return Make(type, faults) is { } family && IsSound(type, family, faults) ? family : null;
        }
        catch (Exception error) when (error is FileLoadException or FileNotFoundException or TypeLoadException)
        {
            faults.Add(CannotBeLoaded(error));
            return null;
        }
    }

    private static ICollectiveFamily? Make(Type type, List<string> faults)
    {
        if (!typeof(ICollectiveFamily).IsAssignableFrom(type))
        {
            faults.Add($"names the class {type.Name}, which does not implement {nameof(ICollectiveFamily)}");
        }
        else if (type.IsAbstract || type.ContainsGenericParameters || type.GetConstructor([]) is null)
        {
            faults.Add($"names the class {type.Name}, which has no public constructor without parameters");
        }
        else
        {
            try
            {
                return (ICollectiveFamily)Activator.CreateInstance(type)!;
            }
            catch (TargetInvocationException error)
            {
                faults.Add($"names the class {type.Name}, whose constructor threw {error.GetBaseException().GetType().Name}: {error.GetBaseException().Message.TrimEnd('.')}");
            }
        }

        return null;
    }

    private static bool IsSound(Type type, ICollectiveFamily family, List<string> faults)
    {
        var before = faults.Count;
        try
        {
            if (family.Name is not { } name || !NamePattern().IsMatch(name) || SpanningPattern().IsMatch(name))
            {
                faults.Add($"calls {type.Name} '{family.Name}': a name has letters and digits, begins with a lower-case letter, ends with a letter, and does not look like oneRing");
            }

            if (string.IsNullOrWhiteSpace(family.Description) || family.Source is null || family.Parameters is null)
            {
                faults.Add($"has a class {type.Name} without a description, a source, or a list of parameters, which may be empty");
            }

            foreach (var parameter in family.Parameters ?? [])
            {
                Check(family, parameter, faults);
            }

            if (family.Parameters?.Count(parameter => parameter.IsSuffix) > 1)
            {
                faults.Add($"has more than one parameter of {family.Name} that may follow the name");
            }
        }
        catch (Exception error)
        {
            faults.Add($"has a class {type.Name} that threw {error.GetType().Name} when it was asked what it is: {error.Message.TrimEnd('.')}");
        }

        return faults.Count == before;
    }

    private static void Check(ICollectiveFamily family, AlgorithmParameter parameter, List<string> faults)
    {
        if (!ParameterPattern().IsMatch(parameter.Name) || parameter.Name == "algorithm" || family.Parameters.Count(other => other.Name == parameter.Name) > 1)
        {
            faults.Add($"has a parameter '{parameter.Name}' of {family.Name}: a name has lower-case letters and hyphens, is not 'algorithm', and stands once");
        }

        if (parameter.Least > parameter.Most || parameter.Default < parameter.Least || parameter.Default > parameter.Most)
        {
            faults.Add($"has a parameter {parameter.Name} of {family.Name} whose default lies outside of {parameter.Least} to {parameter.Most}, or nothing lies between them");
        }
    }

    [GeneratedRegex("^[a-z]([A-Za-z0-9]*[A-Za-z])?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex("^one[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpanningPattern();

    [GeneratedRegex("^[a-z][a-z-]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterPattern();
}
