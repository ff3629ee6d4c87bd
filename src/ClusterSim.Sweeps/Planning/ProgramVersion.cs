using System.Reflection;

namespace ClusterSim.Sweeps.Planning;

/// <summary>What the results of one program are told from those of another by.</summary>
public static class ProgramVersion
{
    /// <summary>As <c>clustersim --version</c> prints it, with the commit where it was built from one.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
