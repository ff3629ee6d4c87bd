using System.CommandLine;
using ClusterSim.Cli.Commands;
using ClusterSim.Cli.Parsing;
using ClusterSim.Core.Input;

namespace ClusterSim.Cli;

/// <summary>From the arguments to the exit code.</summary>
internal static class Shell
{
    // A file name may begin with @, which would otherwise be taken for a file of further arguments.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal)
    {
        using var interruption = new Interruption(terminal);
        try
        {
            var code = await InvokeAsync(args, new CommandContext(terminal, interruption.Token)
            {
                SayWhenStopped = text => interruption.Message = text,
                AllowToFinish = interruption.AllowToFinish,
            });
            terminal.Output.Flush();
            return code;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            interruption.Announce();
            return interruption.Code;
        }
        catch (Exception exception)
        {
            return FailureReport.Write(exception, terminal);
        }
    }

    // All mistakes at once, as long as the command line tells what the input is.
    private static IReadOnlyList<Problem> InputProblems(ParseResult parsed) =>
        parsed.CommandResult.Command is ITakesInput command && ParseProblems.AreOnlyOfValues(parsed) ? command.InputProblems(parsed) : [];

    private static async Task<int> InvokeAsync(IReadOnlyList<string> args, CommandContext context)
    {
        var root = new ProgramCommand(context);
        var parsed = root.Parse(WatchFlag.Complete(LoggingFlags.Remove(args)), Parser);
        var problems = ParseProblems.Of(parsed);
        if (problems.Count > 0)
        {
            return FailureReport.Write([.. problems, .. InputProblems(parsed)], ParseProblems.Hint(parsed), context.Terminal);
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = context.Terminal.Output,
                Error = context.Terminal.Error,
            });
        }
        catch (InvalidInputException invalid) when (parsed.CommandResult.Command is ITakesResults)
        {
            return FailureReport.Write(invalid.Problems, ParseProblems.Hint(parsed), context.Terminal);
        }
    }
}
