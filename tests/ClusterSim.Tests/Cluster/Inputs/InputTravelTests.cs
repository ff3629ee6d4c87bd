using ClusterSim.Cluster.Inputs;
using ClusterSim.Cluster.Membership;
using ClusterSim.Testing;
using ClusterSim.Testing.Clusters;
using ClusterSim.Tests.Cluster.Membership;
using Xunit;

namespace ClusterSim.Tests.Cluster.Inputs;

/// <summary>Inputs go from a submitting process to a node, over a real connection.</summary>
public sealed class InputTravelTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly HostedNode node = new();
    private ClusterConnection owner = null!;
    private InputStore store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private global::Akka.Actor.Address OwnerAddress => ClusterSystem.ToAkka(owner.System, owner.Address);

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

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(InputSource.PieceBytes)]
    [InlineData((20 * InputSource.PieceBytes) + 1)]
    public async Task Input_OfAnySize_ArrivesWhole(int size)
    {
        var id = owner.Inputs.Offer(Write("input", size));

        using var lease = await GetAsync(id);

        Assert.Equal(id, InputId.OfFile(lease.Path));
    }

    [Fact]
    public async Task Input_AskedForByMany_TravelsOnce()
    {
        var path = Write("input", 100_000);
        var id = owner.Inputs.Offer(path);

        var leases = await Task.WhenAll(GetAsync(id), GetAsync(id), GetAsync(id));
        File.Delete(path);
        using var later = await GetAsync(id);

        Assert.All(leases, lease => Assert.Equal(later.Path, lease.Path));
        Array.ForEach(leases, lease => lease.Dispose());
    }

    [Fact]
    public async Task Input_ThatTheDiskDoesNotTake_IsGivenUpWithTheReason()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device that is always full.");
        var id = owner.Inputs.Offer(Write("input", 100_000));
        File.CreateSymbolicLink(Path.Combine(node.InputsFolder, id.Hash + ".part"), "/dev/full");

        var failure = await Assert.ThrowsAsync<InputUnavailableException>(() => GetAsync(id));

        Assert.StartsWith($"Input {id.Hash} cannot be written into the cache of this node: ", failure.Message, StringComparison.Ordinal);
        using var lease = await GetAsync(id);
        Assert.Equal(id, InputId.OfFile(lease.Path));
    }

    [Fact]
    public async Task Input_ThatIsNotOffered_IsRefused()
    {
        var id = InputId.OfFile(Write("secret", 10));

        var failure = await Assert.ThrowsAsync<InputUnavailableException>(() => GetAsync(id));

        Assert.Contains("is not offered", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_ChangedAfterItWasOffered_IsNoFile()
    {
        var path = Write("input", 100_000);
        var id = owner.Inputs.Offer(path);
        Write("input", 100_000, seed: 1);

        var failure = await Assert.ThrowsAsync<InputUnavailableException>(() => GetAsync(id));

        Assert.Contains("is something else", failure.Message, StringComparison.Ordinal);
    }

    private Task<InputLease> GetAsync(InputId id) => store.GetAsync(id, OwnerAddress, Cancellation).WaitAsync(TestNode.Bound);

    private string Write(string name, int size, int seed = 0)
    {
        var path = folder.PathOf(name);
        File.WriteAllBytes(path, [.. Enumerable.Range(0, size).Select(index => (byte)(((index * 31) + seed) & 0xff))]);
        return path;
    }
}
