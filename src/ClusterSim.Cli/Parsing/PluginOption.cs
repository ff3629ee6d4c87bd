using System.CommandLine;

namespace ClusterSim.Cli.Parsing;

/// <summary>Names plug-ins on the command line.</summary>
internal sealed class PluginOption : Option<string[]>
{
    public PluginOption()
        : base("--plugin")
    {
        Description = "Loads an assembly with collective algorithms, beside those that the system names. It is code: load only what you trust. May be given often.";
        HelpName = "DLL";
    }

    /// <summary>The files that are given.</summary>
    public IReadOnlyList<string> Read(ParseResult parsed) => parsed.GetValue(this) ?? [];
}
