using ClusterSim.Core.Collectives;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Collectives;
using Xunit;

namespace ClusterSim.Tests.Workload.Collectives;

public sealed class CollectiveNamesTests
{
    [Fact]
    public void InTraces_EveryKind_HasNameAndNumberOfTheSchema()
    {
        var schema = ChakraReflection.Descriptor.EnumTypes.Single(type => type.ClrType == typeof(CollectiveCommType));

        Assert.Equal(
            schema.Values.Select(value => (value.Name, value.Number)),
            Enum.GetValues<CollectiveKind>().Select(kind => (CollectiveNames.InTraces(kind), (int)kind)));
    }
}
