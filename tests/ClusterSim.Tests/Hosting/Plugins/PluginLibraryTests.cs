using ClusterSim.Core.Input;
using ClusterSim.Hosting.Plugins;
using ClusterSim.Testing;
using ClusterSim.Testing.Plugins;
using Xunit;

namespace ClusterSim.Tests.Hosting.Plugins;

/// <summary>What can be wrong with the file of a plug-in.</summary>
public sealed class PluginLibraryTests : IDisposable
{
    private const string Family =
        """
        public abstract class Family : ICollectiveFamily
        {
            public virtual string Name => "odd";
            public virtual string Description => "Does nothing.";
            public string Source => "";
            public virtual IReadOnlyList<AlgorithmParameter> Parameters => Array.Empty<AlgorithmParameter>();
            public virtual ICollectiveAlgorithm Create(AlgorithmSettings settings) => throw new NotSupportedException("not today");
        }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Load_NoFile_SaysSo() => Assert.Equal(["does not exist"], PluginLibrary.Load(folder.PathOf("none.dll")).Faults);

    [Fact]
    public void Load_AFolder_SaysSo() => Assert.Equal(["is a folder"], PluginLibrary.Load(folder.FullPath).Faults);

    [Fact]
    public void Load_NoAssembly_SaysSo() => Assert.Equal(
        ["is no .NET assembly for this version of .NET, or is damaged"], PluginLibrary.Load(folder.Write("text.dll", "not an assembly")).Faults);

    [Fact]
    public void Load_AnAssemblyWithoutAlgorithms_SaysWhatItLacks() => Assert.Equal(
        ["names no collective algorithm: it lacks [assembly: CollectivePlugin(typeof(MyFamily))]"], Faults("public class Nothing { }"));

    [Fact]
    public void Load_AnotherVersionOfTheInterface_NamesBoth() => Assert.StartsWith(
        "was built for version 99 of the interface, and this program has version 1: build it again with ClusterSim.Core ",
        Assert.Single(Faults("[assembly: CollectivePlugin(typeof(Mine), 99)] public class Mine { }")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("public class Mine { }", "names the class Mine, which does not implement ICollectiveFamily")]
    [InlineData("public abstract class Mine : Family { }", "names the class Mine, which has no public constructor without parameters")]
    [InlineData("public class Mine : Family { public Mine(int number) { } }", "names the class Mine, which has no public constructor without parameters")]
    [InlineData("public class Mine : Family { public Mine() { throw new FormatException(\"bad\"); } }", "names the class Mine, whose constructor threw FormatException: bad")]
    [InlineData("public class Mine : Family { public override string Name => \"Odd one\"; }", "calls Mine 'Odd one': a name has letters and digits")]
    [InlineData("public class Mine : Family { public override string Name => \"oneOdd\"; }", "calls Mine 'oneOdd': a name has letters and digits")]
    [InlineData("public class Mine : Family { public override string Name => throw new FormatException(\"bad\"); }", "has a class Mine that threw FormatException when it was asked what it is: bad")]
    [InlineData("public class Mine : Family { public override string Description => null!; }", "has a class Mine without a description")]
    [InlineData(
        "public class Mine : Family { public override IReadOnlyList<AlgorithmParameter> Parameters => new[] { new AlgorithmParameter(\"algorithm\", \"\") { Default = 0 } }; }",
        "has a parameter 'algorithm' of odd")]
    [InlineData(
        "public class Mine : Family { public override IReadOnlyList<AlgorithmParameter> Parameters => new[] { new AlgorithmParameter(\"size\", \"\") { Default = 0 } }; }",
        "has a parameter size of odd whose default lies outside of 1 to 2147483647")]
    public void Load_AClassThatCannotBeUsed_SaysWhy(string source, string expected) => Assert.Contains(
        Faults("[assembly: CollectivePlugin(typeof(Mine))]\n" + source + Family), fault => fault.StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void Load_SeveralFaults_TellsAll() => Assert.Equal(
        2,
        Faults("[assembly: CollectivePlugin(typeof(One))][assembly: CollectivePlugin(typeof(Two))]\npublic class One { } public class Two { }").Count);

    [Fact]
    public void Load_TwoAlgorithmsOfOneName_SaysSo() => Assert.Equal(
        ["has 2 algorithms called odd"],
        Faults("[assembly: CollectivePlugin(typeof(One))][assembly: CollectivePlugin(typeof(Two))]\npublic class One : Family { } public class Two : Family { }" + Family));

    [Fact]
    public void Load_ANameThatIsTaken_NamesTheOwner()
    {
        var file = PluginCompiler.Compile(folder, "Taken", "[assembly: CollectivePlugin(typeof(Mine))]\npublic class Mine : Family { public override string Name => \"ring\"; }" + Family);

        var error = Assert.Throws<InvalidInputException>(() => CollectiveList.Read([file]));

        Assert.EndsWith("has an algorithm called ring, and one of that name is built in. Give it another name.", Assert.Single(error.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void List_OfAnAlgorithmThatCannotBeMade_ShowsThatItRunsNothing()
    {
        var file = PluginCompiler.Compile(folder, "Broken", "[assembly: CollectivePlugin(typeof(Mine))]\npublic class Mine : Family { }" + Family);

        var odd = CollectiveList.Read([file]).Single(collective => collective.Name == "odd");

        Assert.Empty(odd.Kinds);
        Assert.Equal(file, odd.Plugin);
    }

    [Fact]
    public void Load_TheSameContentTwice_GivesTheSameAlgorithms()
    {
        var first = PluginCompiler.Compile(folder, "Same", PluginCompiler.Odd(""));
        var second = folder.PathOf("copy.dll");
        File.Copy(first, second);

        Assert.Same(PluginLibrary.Load(first), PluginLibrary.Load(second));
    }

    private IReadOnlyList<string> Faults(string source) => PluginLibrary.Load(PluginCompiler.Compile(folder, "Faulty", source)).Faults;
}
