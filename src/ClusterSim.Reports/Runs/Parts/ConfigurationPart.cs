using ClusterSim.Reports.Pages;

namespace ClusterSim.Reports.Runs.Parts;

/// <summary>What was simulated, as YAML that runs again.</summary>
internal static class ConfigurationPart
{
    public static Task<RunPart?> OfAsync(RunContents contents) => Task.FromResult<RunPart?>(contents.Run.Configuration.Length == 0
        ? null
        : new RunPart(new PageSection("configuration", "Configuration", CodeBlock.Of("configuration-text", "The effective configuration", contents.Run.Configuration))));
}
