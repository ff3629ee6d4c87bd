using ClusterSim.Hosting.Configuration.Schemas;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Schemas;

public sealed class SchemaFilesTests
{
    private static readonly GoldenFile Files = new("cluster-config", "schemas");

    public static TheoryData<string> Names() => [.. SchemaFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void File_IsWhatTheSettingsSay(string name) => Files.Check(name, SchemaFiles.All[name]);

    [Fact]
    public void Folder_HoldsNoOtherSchema()
    {
        var names = ClusterConfig.Files("schemas").Select(file => Path.GetFileName(file));

        Assert.Equal(SchemaFiles.All.Keys, names.Order(StringComparer.Ordinal));
    }
}
