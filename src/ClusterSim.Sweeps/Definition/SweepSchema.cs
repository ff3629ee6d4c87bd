using ClusterSim.Hosting.Configuration.Schemas;

namespace ClusterSim.Sweeps.Definition;

/// <summary>The JSON Schema of sweeps, by which editors complete and check them.</summary>
public static class SweepSchema
{
    public const string FileName = "sweep.json";

    public static string Text { get; } = SchemaFiles.Text(SweepSettings.Section);
}
