using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Documents;

public sealed class DocumentReaderTests : IDisposable
{
    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Theory]
    [InlineData("", "network.yml: The file is empty.")]
    [InlineData("# nothing\n", "network.yml: The file is empty.")]
    [InlineData("---\n", "network.yml: The file is empty.")]
    [InlineData("hello", "network.yml: hello is not allowed: give the keys of a network (topology) or the keys of a network of a graph (graph).")]
    [InlineData("[1]", "network.yml: a list of 1 is not allowed: give the keys of a network (topology) or the keys of a network of a graph (graph).")]
    [InlineData("topology: 'Ring\n", "network.yml:1: This is no valid YAML. While scanning a quoted scalar, found unexpected end of "
        + "stream.")]
    [InlineData("topology: [ Ring\nlatency: [ 1 ]\n", "network.yml:1: This is no valid YAML. A list or map in brackets is not closed.")]
    [InlineData("topology:\n\t- Ring\n", "network.yml:1: This is no valid YAML. While scanning a mapping, found invalid tab as "
        + "indentation.")]
    [InlineData("a: *b\n", "network.yml:1: This is no valid YAML. No value before this one is named &b.")]
    [InlineData("a: 1\n---\nb: 2\n", "network.yml:2: A second document starts here. Give one document a file.")]
    public void File_WithoutReadableMap_SaysWhy(string text, string problem)
    {
        input.Write("network.yml", text);

        Assert.Equal([problem], input.Problems());
    }

    [Fact]
    public void File_NestedTooDeep_IsRefused()
    {
        input.Write("network.yml", new string('[', 200) + new string(']', 200));

        Assert.Equal(["network.yml:1: This is no valid YAML. It is nested more than 32 deep."], input.Problems());
    }

    [Fact]
    public void Key_GivenTwice_NamesBothLines()
    {
        input.Write("network.yml", InputFolder.Network + "latency: [ 1 ]\n");

        Assert.Equal(["network.yml:5 latency: The key is given twice, first in line 4. Remove one of them."], input.Problems());
    }

    [Fact]
    public void Key_ThatIsAList_IsRefused()
    {
        input.Write("network.yml", InputFolder.Network + "? [ a ]\n: 1\n");

        Assert.Equal(["network.yml:5 ?: A key must be a single value."], input.Problems());
    }

    [Theory]
    [InlineData("netwrk.yml", "experiment.yaml:2 network: The file netwrk.yml does not exist. Did you mean network.yml?")]
    [InlineData("nowhere/x.yml", "experiment.yaml:2 network: The file nowhere/x.yml does not exist.")]
    [InlineData("folder", "experiment.yaml:2 network: folder is a folder. Name a file.")]
    [InlineData("traces", "experiment.yaml:2 network: The file traces does not exist. There are traces of this name: give { traces: PREFIX } for them.")]
    public void File_NotThere_IsNamedWhereItIsNamed(string name, string problem)
    {
        Directory.CreateDirectory(input.PathOf("folder"));
        input.Write("traces.0.et", "");
        input.Write("experiment.yaml", InputFolder.Experiment.Replace("network.yml", name, StringComparison.Ordinal));

        Assert.Equal([problem], input.Problems());
    }

    [Fact]
    public void Experiment_NotThere_IsNamed()
    {
        File.Delete(input.ExperimentFile);

        Assert.Equal(["experiment.yaml: The file experiment.yaml does not exist."], input.Problems());
    }

    [Fact]
    public void Json_WithTabsAndEscapes_IsRead()
    {
        input.Write("system.json", "{\r\n\t\"local-mem-bw\":1,\r\n\t\"all-reduce-implementation\":[\r\n\t\t\"\\u0072ing\"\r\n\t]\r\n}\r\n");

        Assert.Empty(input.Problems());
    }

    [Fact]
    public void Alias_StandsForItsValue()
    {
        input.Write("network.yml", "topology: [ Switch ]\nnpus_count: &n [ 4 ]\nbandwidth: *n\nlatency: *n\n");

        Assert.Equal(4, input.Load().Experiment.Network.Dimensions[0].LatencyNs);
    }
}
