using System.Globalization;
using System.Text.RegularExpressions;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.Tests.Workload.TextWorkloads;

/// <summary>The recorded cases with a version-1 text, beside the traces that Chakra's own converter makes of it.</summary>
internal static partial class RecordedTexts
{
    private static readonly string Folder = Repository.PathOf("tests", "ClusterSim.AcceptanceTests", "Cases");

    public static TheoryData<string> Names =>
        [.. Directory.GetDirectories(Folder, "ref-text-*").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public static string PathOf(string name) => Path.Combine(Folder, name, "workload.txt");

    public static int NpuCount(string name) => int.Parse(name.Split('-')[^1], CultureInfo.InvariantCulture);

    public static int Iterations(string name) =>
        int.Parse(Passes().Match(File.ReadAllText(Path.Combine(Folder, name, "case.json"))).Groups["count"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"num_passes (?<count>\d+)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Passes();
}
