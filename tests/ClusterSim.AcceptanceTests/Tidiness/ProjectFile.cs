using System.Xml.Linq;

namespace ClusterSim.AcceptanceTests.Tidiness;

/// <summary>What a project of the solution refers to.</summary>
/// <param name="Name">Of the project.</param>
/// <param name="Projects">The projects it refers to, by name.</param>
/// <param name="Packages">The packages it refers to.</param>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public static ProjectFile Read(string path)
    {
        var document = XDocument.Load(path);
        return new ProjectFile(
            Path.GetFileNameWithoutExtension(path),
            [.. Includes(document, "ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include))],
            [.. Includes(document, "PackageReference")]);
    }

    private static IEnumerable<string> Includes(XDocument document, string element) =>
        document.Descendants(element).Select(reference => reference.Attribute("Include")!.Value);
}
