using System.Text.RegularExpressions;

namespace ClusterSim.Testing;

/// <summary>
/// Holds what people read to a file that is reviewed like code. Set <c>UPDATE_GOLDEN=1</c> in the environment to write the
/// files anew, then look at what changed.
/// </summary>
/// <param name="folder">Where the files are, from the project's root.</param>
public sealed class GoldenFile(params string[] folder)
{
    private const string UpdateVariable = "UPDATE_GOLDEN";

    /// <summary>Compares a text with a file.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="actual">What was printed; only what is the same on every machine and in every run.</param>
    /// <exception cref="GoldenMismatchException">They differ, or there is no such file.</exception>
    public void Check(string name, string actual)
    {
        var path = Repository.PathOf([.. folder, name]);
        var text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
        if (expected != text)
        {
            throw new GoldenMismatchException(Explain(Path.GetRelativePath(Repository.Root, path), expected, text));
        }
    }

    /// <summary>Replaces what differs from run to run, such as a time, by a name for it.</summary>
    public static string Mask(string text, string pattern, string name) =>
        Regex.Replace(text, pattern, name, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    private static string Explain(string path, string? expected, string actual)
    {
        var advice = $"If the change is meant, run the tests with {UpdateVariable}=1 and review the file.";
        return expected is null
            ? $"{path} does not exist. {advice}\nFound:\n{actual}"
            : $"{path} differs from line {FirstDifference(expected, actual)} on. {advice}\nExpected:\n{expected}\nFound:\n{actual}";
    }

    private static int FirstDifference(string expected, string actual) =>
        1 + expected.Split('\n').Zip(actual.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count();
}
