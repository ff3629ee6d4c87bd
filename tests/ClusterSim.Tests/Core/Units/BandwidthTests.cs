using ClusterSim.Core.Units;
using Xunit;

namespace ClusterSim.Tests.Core.Units;

public sealed class BandwidthTests
{
    [Fact]
    public void OfLink_GigabytesASecond_AreOfTwoToTheThirty() => Assert.Equal(400 * 1073741824.0 / 1e9, Bandwidth.OfLink(400).BytesPerNs);

    [Fact]
    public void NsFor_Size_IsNotRounded() => Assert.Equal(2.5, new Bandwidth(4).NsFor(new ByteSize(10)));
}
