using ClusterSim.Hosting.Configuration.Schemas;
using ClusterSim.Sweeps.Definition;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Schemas;

public sealed class SchemaFilesTests
{
    private static readonly GoldenFile Files = new("cluster-config", "schemas");

    // Sweeps are described above the layer that knows the other files.
    private static readonly SortedDictionary<string, string> All =
        new(SchemaFiles.All.Append(new(SweepSchema.FileName, SweepSchema.Text)).ToDictionary(), StringComparer.Ordinal);

    public static TheoryData<string> Names() => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void File_IsWhatTheSettingsSay(string name) => Files.Check(name, All[name]);

    [Fact]
    public void Folder_HoldsNoOtherSchema()
    {
        var names = ClusterConfig.Files("schemas").Select(file => Path.GetFileName(file));

        Assert.Equal(All.Keys, names.Order(StringComparer.Ordinal));
    }
}
