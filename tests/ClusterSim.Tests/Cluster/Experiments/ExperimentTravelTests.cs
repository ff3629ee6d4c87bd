using ClusterSim.Cluster.Experiments;
using ClusterSim.Cluster.Inputs;
using ClusterSim.Cluster.Membership;
using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Testing;
using ClusterSim.Testing.Clusters;
using ClusterSim.Testing.Simulations;
using ClusterSim.Tests.Cluster.Membership;
using ClusterSim.Workload.Chakra;
using Xunit;

namespace ClusterSim.Tests.Cluster.Experiments;

/// <summary>Experiments go from a submitting process to a node with their traces, over a real connection.</summary>
public sealed class ExperimentTravelTests : IAsyncLifetime
{
    private const int Npus = 4;

    private readonly TemporaryFolder folder = new();
    private readonly HostedNode node = new();
    private ClusterConnection owner = null!;
    private InputStore store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        owner = await node.ConnectAsync(await node.Up, Cancellation);
        store = (await node.Service.Context.WaitAsync(TestNode.Bound)).Inputs;
    }

    public async ValueTask DisposeAsync()
    {
        await owner.DisposeAsync();
        await node.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Experiment_WithTraces_IsTheSameOnTheNode()
    {
        var offered = Document("a");
        var id = Offer(offered);

        using var arrived = await GetAsync(id);
        using var local = await BringAsync(arrived, arrived.Document);
        DeleteTraces("a");

        var here = local.Document.Load().Experiment;
        Assert.Equal(offered.Name, here.Name);
        Assert.Equal(Npus, here.Workload.Graphs.Count);
        Assert.Equal([1, 2, 3, 4], here.Workload.Graphs.Select(graph => graph.Count));
    }

    [Fact]
    public async Task Traces_BroughtAgain_DoNotTravelAgain()
    {
        var id = Offer(Document("a"));
        using var arrived = await GetAsync(id);
        (await BringAsync(arrived, arrived.Document)).Dispose();
        DeleteTraces("a");

        using var again = await BringAsync(arrived, arrived.Document);

        Assert.Equal(Npus, again.Document.Load().Experiment.Workload.Graphs.Count);
    }

    [Fact]
    public async Task Traces_AskedForAtTheSameTime_AreThereForAll()
    {
        var id = Offer(Document("a"));
        using var arrived = await GetAsync(id);

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => BringAsync(arrived, arrived.Document)));

        Assert.Single(all.Select(local => local.Document.ToYaml()).Distinct(StringComparer.Ordinal));
        Array.ForEach(all, local => local.Dispose());
    }

    [Fact]
    public async Task Variants_OfSeveralTraces_HaveTheirOwn()
    {
        var prefixes = new[] { "a", "b", "c", "d" };
        var documents = prefixes.ToDictionary(prefix => prefix, Document);
        var id = ExperimentOffer.Make(owner.Inputs, documents["a"], new([.. documents.Values.SelectMany(document => document.TracePrefixes())], []));
        using var arrived = await GetAsync(id);

        foreach (var prefix in prefixes)
        {
            using var local = await BringAsync(arrived, documents[prefix]);

            Assert.EndsWith("/" + prefix, Assert.Single(local.Document.TracePrefixes()), StringComparison.Ordinal);
            Assert.Equal(Npus, local.Document.Load().Experiment.Workload.Graphs.Count);
        }
    }

    [Fact]
    public async Task Traces_ThatWereNotOffered_AreRefused()
    {
        var id = Offer(Document("a"));
        using var arrived = await GetAsync(id);

        var failure = await Assert.ThrowsAsync<InputUnavailableException>(() => BringAsync(arrived, Document("b")));

        Assert.EndsWith("/b were not offered with the experiment.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Traces_ChangedAfterTheyWereOffered_AreRefusedUntilTheyAreWhatTheyWere()
    {
        var id = Offer(Document("a"));
        using var arrived = await GetAsync(id);
        WriteTrace("a", 2, nodes: 9);

        await Assert.ThrowsAsync<InputUnavailableException>(() => BringAsync(arrived, arrived.Document));

        WriteTrace("a", 2, nodes: 3);
        using var local = await BringAsync(arrived, arrived.Document);
        Assert.Equal(3, local.Document.Load().Experiment.Workload.Graphs[2].Count);
    }

    [Fact]
    public async Task Input_ThatIsNoExperiment_IsRefused()
    {
        var id = owner.Inputs.Offer("rubbish", [0xff, 0xff, 0xff]);

        var failure = await Assert.ThrowsAsync<InputUnavailableException>(() => GetAsync(id));

        Assert.StartsWith("The experiment cannot be read:", failure.Message, StringComparison.Ordinal);
    }

    private Task<ExperimentInputs> GetAsync(InputId id) =>
        ExperimentInputs.GetAsync(store, id, ClusterSystem.ToAkka(owner.System, owner.Address), Cancellation).WaitAsync(TestNode.Bound);

    private static Task<LocalExperiment> BringAsync(ExperimentInputs inputs, EffectiveDocument variant) =>
        inputs.BringAsync(variant, Cancellation).WaitAsync(TestNode.Bound);

    private InputId Offer(EffectiveDocument document) => ExperimentOffer.Make(owner.Inputs, document, ExperimentFiles.Of(document));

    // NPU i has i + 1 nodes.
    private EffectiveDocument Document(string prefix)
    {
        for (var npu = 0; npu < Npus; npu++)
        {
            WriteTrace(prefix, npu, nodes: npu + 1);
        }

        return EffectiveDocument.FromFile(folder.Write(
            $"{prefix}.yaml",
            $$"""
            workload: { traces: {{prefix}} }
            network: { topology: [Ring], npus_count: [{{Npus}}], bandwidth: [50], latency: [500] }
            system: { local-mem-bw: 1600 }
            """));
    }

    private void WriteTrace(string prefix, int npu, int nodes)
    {
        var graph = new TestGraph();
        for (var place = 1; place < nodes; place++)
        {
            graph.Compute(place);
        }

        graph.Collective(CollectiveKind.AllReduce, 1 << 20);
        using var file = File.Create(folder.PathOf($"{prefix}.{npu}.et"));
        ChakraWriter.Write(graph.Build(), file, npu);
    }

    private void DeleteTraces(string prefix)
    {
        foreach (var file in Directory.GetFiles(folder.FullPath, $"{prefix}.*.et"))
        {
            File.Delete(file);
        }
    }
}
