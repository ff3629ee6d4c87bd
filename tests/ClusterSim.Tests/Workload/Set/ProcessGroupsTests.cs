using ClusterSim.Core.Input;
using ClusterSim.Workload.Set;
using Xunit;

namespace ClusterSim.Tests.Workload.Set;

public sealed class ProcessGroupsTests
{
    [Fact]
    public void Combine_NamesThatAreNumbers_AreTheIds()
    {
        Assert.Equal([("7", 7), ("2", 2)], IdsOf("7", "2"));
    }

    [Fact]
    public void Combine_OtherNames_GetTheNumbersThatAreLeftInOrder()
    {
        Assert.Equal(
            [("tp", 1), ("2", 2), ("dp", 3), ("01", 4), ("99999999999", 5), ("-1", 6)],
            IdsOf("tp", "2", "dp", "01", "99999999999", "-1"));
    }

    [Fact]
    public void Combine_GroupDefinedAlikeTwice_IsOne()
    {
        Assert.Equal([("tp", 1)], IdsOf("tp", "tp"));
    }

    [Fact]
    public void Combine_GroupDefinedDifferently_NamesBothPlaces()
    {
        Assert.Equal(
            "b: Group tp has the NPUs 1, 0 here, but 0, 1 in a. Define it alike everywhere, or give the groups different names.",
            ProblemOf(new("tp", [0, 1], "a"), new("tp", [1, 0], "b")));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    public void Combine_UnknownRank_NamesIt(int rank)
    {
        Assert.Equal($"a: Group tp has NPU {rank}; the network has the NPUs 0 to 3.", ProblemOf(new GroupDefinition("tp", [0, rank], "a")));
    }

    [Fact]
    public void Combine_RankTwice_NamesIt()
    {
        Assert.Equal("a: Group tp has NPU 2 more than once.", ProblemOf(new GroupDefinition("tp", [2, 0, 2], "a")));
    }

    [Fact]
    public void Combine_EmptyGroup_SaysSo()
    {
        Assert.Equal("a: Group tp has no NPUs. Name at least one.", ProblemOf(new GroupDefinition("tp", [], "a")));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("")]
    public void Combine_NameThatStandsForAll_IsLeftOut(string name)
    {
        Assert.Empty(ProcessGroups.Combine([new GroupDefinition(name, [3, 2, 1, 0], "a")], 4, new ProblemList()));
    }

    [Fact]
    public void Combine_NameThatStandsForAllOnSomeNpus_SaysSo()
    {
        Assert.Equal(
            "a: The group \"0\" has 2 of 4 NPUs, but collectives that name it run on all NPUs. Give the group another name.",
            ProblemOf(new GroupDefinition("0", [0, 1], "a")));
    }

    private static (string Name, int Id)[] IdsOf(params string[] names)
    {
        var problems = new ProblemList();
        var groups = ProcessGroups.Combine(names.Select(name => new GroupDefinition(name, [0, 1], "a")), 4, problems);
        Assert.True(problems.IsEmpty);
        Assert.All(groups, pair => Assert.Equal(pair.Key, pair.Value.Name));
        return [.. groups.Values.Select(group => (group.Name, group.Id))];
    }

    private static string ProblemOf(params GroupDefinition[] definitions)
    {
        var problems = new ProblemList();
        ProcessGroups.Combine(definitions, 4, problems);
        return Assert.Single(problems.Problems).ToString();
    }
}
