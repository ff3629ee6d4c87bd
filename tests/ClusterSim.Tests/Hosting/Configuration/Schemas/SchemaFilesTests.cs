using ClusterSim.Hosting.Configuration.Schemas;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Schemas;

public sealed class SchemaFilesTests
{
    private const string Update = "UPDATE_GOLDEN";

    [Fact]
    public void Files_AreCurrent() =>
        Assert.All(SchemaFiles.All, schema =>
        {
            var path = ClusterConfig.PathOf(Path.Combine("schemas", schema.Key));
            if (Environment.GetEnvironmentVariable(Update) == "1")
            {
                File.WriteAllText(path, schema.Value);
            }

            Assert.True(
                File.Exists(path) && File.ReadAllText(path) == schema.Value,
                $"cluster-config/schemas/{schema.Key} differs from the settings. Run the tests with {Update}=1 and review the file.");
        });

    [Fact]
    public void Files_AreAllGenerated()
    {
        var names = ClusterConfig.Files("schemas").Select(file => Path.GetFileName(file));

        Assert.Equal(SchemaFiles.All.Keys, names.Order(StringComparer.Ordinal));
    }
}
