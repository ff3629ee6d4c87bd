using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Testing;

namespace ClusterSim.Tests.Hosting.Configuration;

/// <summary>
/// A folder with an experiment of one all-reduce over four NPUs, in <c>experiment.yaml</c>, <c>network.yml</c> and
/// <c>system.json</c>. Tests change what they are about. Messages are given without the folder's path.
/// </summary>
internal sealed class InputFolder : IDisposable
{
    public const string Experiment = "workload: { collective: all-reduce, size: 1MiB }\nnetwork: network.yml\nsystem: system.json\n";

    public const string Network = "topology: [ Switch ]\nnpus_count: [ 4 ]\nbandwidth: [ 50 ]\nlatency: [ 500 ]\n";

    public const string System = "{\n  \"local-mem-bw\": 1600\n}\n";

    private readonly TemporaryFolder folder = new();

    public InputFolder()
    {
        Write("experiment.yaml", Experiment);
        Write("network.yml", Network);
        Write("system.json", System);
    }

    public string ExperimentFile => PathOf("experiment.yaml");

    public string PathOf(string name) => folder.PathOf(name);

    public string Write(string name, string text) => folder.Write(name, text);

    public LoadedExperiment Load(params string[] assignments) => Document(assignments).Load();

    public EffectiveDocument Document(params string[] assignments) =>
        EffectiveDocument.FromFile(ExperimentFile).With(assignments.Select(Override.Parse));

    /// <summary>What is wrong with the experiment; empty if nothing is.</summary>
    public string[] Problems(params string[] assignments) => ProblemsOf(() => Load(assignments));

    /// <summary>What is wrong according to an action; empty if nothing is.</summary>
    public string[] ProblemsOf(Action action)
    {
        try
        {
            action();
            return [];
        }
        catch (InvalidInputException error)
        {
            return [.. error.Problems.Select(problem => Shorten(problem.ToString()))];
        }
    }

    /// <summary>A message without the path of this folder, however it was given.</summary>
    public string Shorten(string message)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, folder.FullPath);
        return new[] { folder.FullPath, relative }.Aggregate(
            message, (text, path) => text.Replace(path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();
}
