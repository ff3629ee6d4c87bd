using ClusterSim.Engine.Peers.Wire;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.Tests.Engine.Peers;

public sealed class WireTests
{
    [Fact]
    public void Frames_KeepTheirFieldNumbers() =>
        new GoldenFile("tests", "ClusterSim.Tests", "Engine", "Peers", "Golden").Check("sync.txt", WireFields.Of(SyncReflection.Descriptor));
}
