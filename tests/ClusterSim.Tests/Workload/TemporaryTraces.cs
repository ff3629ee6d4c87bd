using ClusterSim.Testing;
using ClusterSim.Workload.Chakra;
using Xunit;

namespace ClusterSim.Tests.Workload;

/// <summary>A folder with traces for one test. Disposing takes it away.</summary>
internal sealed class TemporaryTraces : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>The path of a file in the folder.</summary>
    public string this[string name] => folder.PathOf(name);

    /// <summary>Writes a file and gives its path.</summary>
    public string Add(string name, params byte[] content)
    {
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    /// <summary>Writes a text file and gives its path.</summary>
    public string AddText(string name, string content) => folder.Write(name, content);

    /// <summary>Writes a trace and gives its path.</summary>
    public string AddTrace(string name, params Node[] nodes) => Add(name, TraceMessages.ToBytes(nodes));

    /// <summary>Problems of a function, with the folder taken out of their texts.</summary>
    public string[] Problems(Func<object> action) =>
        [.. ProblemsOf.All(action).Select(WithoutFolder)];

    /// <summary>The only problem of a function, with the folder taken out of its text.</summary>
    public string Problem(Func<object> action) => Assert.Single(Problems(action));

    public void Dispose() => folder.Dispose();

    private string WithoutFolder(string text) =>
        text.Replace(folder.FullPath + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
