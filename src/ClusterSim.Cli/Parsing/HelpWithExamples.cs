using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ClusterSim.Cli.Parsing;

/// <summary>The library's help, and below it the command's examples.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    // Longer lines are hard to read on any screen.
    private const int WidestLine = 110;

    // Help is asked for in the midst of a half-written command as well.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.MaxWidth = ScreenWidth() is > 0 and < WidestLine and var width ? width : WidestLine;
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

    // 0 where there is no screen, and on some screens that do not know. Asked for only now, since asking sets the screen up.
    private static int ScreenWidth() => Console.IsOutputRedirected ? 0 : Console.WindowWidth;
}
