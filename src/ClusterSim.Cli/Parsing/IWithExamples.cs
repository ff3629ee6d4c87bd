namespace ClusterSim.Cli.Parsing;

/// <summary>A command whose help shows how it is used.</summary>
internal interface IWithExamples
{
    /// <summary>Command lines as a user would type them.</summary>
    IReadOnlyList<string> Examples { get; }
}
