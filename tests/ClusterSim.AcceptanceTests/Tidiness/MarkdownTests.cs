using System.Text.RegularExpressions;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.Tidiness;

/// <summary>What the pages of the project point to exists.</summary>
public sealed partial class MarkdownTests
{
    public static TheoryData<string> Pages() =>
        [.. Repository.Files("*.md").Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_LeadToFiles(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        var links = Link().Matches(File.ReadAllText(Repository.PathOf(page))).Select(match => match.Groups["target"].Value);

        Assert.All(links.Where(IsLocal), link => AssertExists(Path.Combine(folder, link.Split('#')[0]), link));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Commands_NameFilesThatExist(string page)
    {
        var words = CommandBlock().Matches(File.ReadAllText(Repository.PathOf(page)))
            .SelectMany(match => match.Groups["commands"].Value.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

        Assert.All(words.Where(IsProjectPath), word => AssertExists(Repository.PathOf(word.TrimEnd('/')), word));
    }

    private static bool IsLocal(string link) => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith('#');

    // Paths from the project's root, without patterns and options.
    private static bool IsProjectPath(string word) => ProjectPath().IsMatch(word);

    private static void AssertExists(string path, string given) =>
        Assert.True(File.Exists(path) || Directory.Exists(path), $"{given} does not exist.");

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^```(sh|bash)\n(?<commands>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex CommandBlock();

    [GeneratedRegex(@"^(Cluster\.sln|(src|tests|cluster-config|docker|\.ci)(/[\w.-]+)*/?)$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex ProjectPath();
}
