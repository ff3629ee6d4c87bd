using ClusterSim.Core.Input;
using Xunit;

namespace ClusterSim.Tests.Core.Input;

public sealed class SuggestionTests
{
    private static readonly string[] Names = ["Ring", "Switch", "FullyConnected"];

    [Theory]
    [InlineData("ring", "Ring")]
    [InlineData("Rign", "Ring")]
    [InlineData("Swich", "Switch")]
    [InlineData("FulyConected", "FullyConnected")]
    [InlineData("full", "FullyConnected")]
    [InlineData("Fu", null)]
    [InlineData("Mesh", null)]
    [InlineData("", null)]
    public void Nearest_Misspelt_GivesWhatWasMeant(string given, string? meant) => Assert.Equal(meant, Suggestion.Nearest(given, Names));

    [Fact]
    public void Allowed_CloseName_NamesAllAndTheClosest() =>
        Assert.Equal("Allowed: Ring, Switch, FullyConnected. Did you mean Ring?", Suggestion.Allowed("Rang", Names));
}
