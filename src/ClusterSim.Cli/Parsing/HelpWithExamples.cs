using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ClusterSim.Cli.Parsing;

/// <summary>The library's help, and below it the command's examples.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    // Longer lines are hard to read on any screen.
    private const int WidestLine = 110;

    private readonly HelpAction help;

    public HelpWithExamples(HelpAction help)
    {
        this.help = help;
        help.MaxWidth = Math.Min(help.MaxWidth, WidestLine);
    }

    // Help is asked for in the midst of a half-written command as well.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is IWithExamples command)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in command.Examples)
            {
                output.WriteLine("  " + example);
            }
        }

        return code;
    }
}
