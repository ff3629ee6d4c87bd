using System.Text.RegularExpressions;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.Tidiness;

/// <summary>What the analyzers do not check of a source file.</summary>
public sealed partial class SourceFileTests
{
    // Files for people and machines, in which a path of somebody's machine might be left.
    private static readonly string[] Texts = ["*.cs", "*.csproj", "*.props", "*.md", "*.yaml", "*.yml", "*.json", "*.txt"];

    [Fact]
    public void Namespace_IsThatOfTheFolder()
    {
        Assert.All(Sources(), path =>
        {
            var match = NamespaceLine().Match(File.ReadAllText(path));
            if (match.Success)
            {
                Assert.Equal((ExpectedNamespace(path), Relative(path)), (match.Groups["name"].Value, Relative(path)));
            }
        });
    }

    [Fact]
    public void File_IsNamedAfterItsOneType()
    {
        Assert.All(Sources(), path =>
        {
            var types = TypeLine().Matches(File.ReadAllText(path)).Select(match => match.Groups["name"].Value).ToList();
            if (types.Count > 0)
            {
                var name = Path.GetFileName(path).Split('.')[0];
                Assert.True(types.Count == 1, $"{Relative(path)} holds several types: {string.Join(", ", types)}.");
                Assert.True(name == types[0] || name == types[0] + "OfT", $"{Relative(path)} holds {types[0]}.");
            }
        });
    }

    [Fact]
    public void Text_NamesNoPathOfAMachine()
    {
        Assert.All(Texts.SelectMany(Repository.Files), path =>
        {
            var match = MachinePath().Match(File.ReadAllText(path));
            Assert.False(match.Success, $"{Relative(path)} names {match.Value}.");
        });
    }

    private static IEnumerable<string> Sources() => Repository.Files("*.cs");

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path);

    // src/ClusterSim.Core/Units/SimTime.cs belongs to ClusterSim.Core.Units.
    private static string ExpectedNamespace(string path) =>
        string.Join('.', Path.GetDirectoryName(Relative(path))!.Split(Path.DirectorySeparatorChar).Skip(1));

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex NamespaceLine();

    // Only types that stand in no other type: they are not indented.
    [GeneratedRegex(
        @"^(?:public |internal |file |sealed |abstract |static |partial |readonly |unsafe |ref )*(?:class|struct|record struct|record class|record|interface|enum) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"(?<![\w./~-])/(work|home|root|Users|mnt)/\w+|\b[A-Z]:\\\w+", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex MachinePath();
}
