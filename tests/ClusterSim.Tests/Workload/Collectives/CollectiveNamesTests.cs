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

    [Fact]
    public void FindSimulated_NameOfASimulatedKind_GivesIt()
    {
        Assert.Equal(CollectiveKind.ReduceScatter, CollectiveNames.FindSimulated("reduce-scatter"));
    }

    [Theory]
    [InlineData("broadcast")]
    [InlineData("ring")]
    [InlineData("")]
    public void FindSimulated_AnotherName_GivesNone(string name)
    {
        Assert.Null(CollectiveNames.FindSimulated(name));
    }
}
