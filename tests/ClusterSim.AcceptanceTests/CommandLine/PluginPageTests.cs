using System.Text.RegularExpressions;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine;

/// <summary>Follows the page that takes a newcomer to a collective algorithm of their own, block by block.</summary>
public sealed partial class PluginPageTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(5);

    // What a build of the package needs of a clone.
    private static readonly string[] Cloned =
        ["Directory.Build.props", "Directory.Packages.props", "LICENSE", ".editorconfig", "global.json", "src/Directory.Build.props", "src/BannedSymbols.txt"];

    [Fact]
    public void Page_FollowedWordForWord_EndsInARunOfTheAlgorithm()
    {
        using var folder = new TemporaryFolder();
        var where = Clone(folder);
        var star = folder.PathOf("star");
        var printed = "";
        foreach (var (language, file, text) in Blocks())
        {
            switch (language)
            {
                case "sh":
                    printed = Run(where, text, packages: where == star ? folder.PathOf("nuget") : null);
                    where = star;
                    break;
                case "text":
                    Assert.Contains(text, printed, StringComparison.Ordinal);
                    break;
                default:
                    File.WriteAllText(Path.Combine(where, file), text);
                    break;
            }
        }

        Assert.Contains("\nstar: 8 NPUs", "\n" + printed, StringComparison.Ordinal);
    }

    private static string Clone(TemporaryFolder folder)
    {
        var core = Path.Combine("src", "ClusterSim.Core");
        var sources = Directory.GetFiles(Repository.PathOf(core), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => !file.StartsWith(Path.Combine(core, "obj"), StringComparison.Ordinal) && !file.StartsWith(Path.Combine(core, "bin"), StringComparison.Ordinal));
        foreach (var file in sources.Concat(Cloned.Where(file => File.Exists(Repository.PathOf(file)))))
        {
            folder.Write(Path.Combine("clone", file), File.ReadAllText(Repository.PathOf(file)));
        }

        return folder.PathOf("clone");
    }

    private static IEnumerable<(string Language, string File, string Text)> Blocks()
    {
        var page = File.ReadAllText(Repository.PathOf("src", "ClusterSim.Collectives", "README.md"));
        var section = page[page.IndexOf("## To write an algorithm of your own", StringComparison.Ordinal)..page.IndexOf("## To build an algorithm in", StringComparison.Ordinal)];
        return Block().Matches(section).Select(block => (block.Groups["language"].Value, block.Groups["file"].Value, block.Groups["text"].Value));
    }

    // The new package is kept in the test's own folder: one of an earlier build has the same version.
    private static string Run(string where, string script, string? packages)
    {
        var program = Path.GetDirectoryName(ClusterSimProgram.ProgramFile)!;
        var own = packages is null ? "" : $"export NUGET_PACKAGES='{packages}'\n";
        var run = ClusterSimProgram.RunScript($"set -e\ncd '{where}'\nexport PATH=\"$PATH:{program}\"\n{own}{script}", Bound);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return run.Output;
    }

    [GeneratedRegex(@"^```(?<language>\w+) ?(?<file>[^\n]*)\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Block();
}
