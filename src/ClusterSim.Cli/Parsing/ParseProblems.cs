using System.CommandLine;
using System.CommandLine.Parsing;
using ClusterSim.Core.Input;

namespace ClusterSim.Cli.Parsing;

/// <summary>What is wrong with a command line, in the words of all other input errors.</summary>
internal static class ParseProblems
{
    /// <summary>Every mistake; empty if the command line can be obeyed, or asks for help.</summary>
    public static IReadOnlyList<Problem> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.Errors.Count == 0 || parsed.Action is { ClearsParseErrors: true })
        {
            return [];
        }

        if (command.Subcommands.Count > 0)
        {
            return [MissingCommand(parsed)];
        }

        var problems = new ProblemList();
        problems.AddRange(parsed.Errors.Where(error => !IsUnmatchedToken(error, parsed)).Select(ToProblem));
        problems.AddRange(Unmatched(parsed.UnmatchedTokens, command));
        return problems.Problems;
    }

    /// <summary>Where to read how the command is used.</summary>
    public static string Hint(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = command is RootCommand ? "clustersim" : "clustersim " + command.Name;
        return $"Nothing was done. {path} --help tells how it is used.";
    }

    private static Problem MissingCommand(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var names = command.Subcommands.Select(subcommand => subcommand.Name);
        return parsed.UnmatchedTokens is [var given, ..]
            ? new Problem(given, "There is no such command.", Suggestion.Allowed(given, names))
            : new Problem("clustersim", "A command is missing.", Suggestion.Allowed("", names));
    }

    // What follows an unknown option is most likely its value, and is not worth a line of its own.
    private static IEnumerable<Problem> Unmatched(IReadOnlyList<string> tokens, Command command)
    {
        var options = tokens.Where(token => token.StartsWith('-')).ToList();
        return options.Count > 0
            ? options.Select(token => UnknownOption(token, command))
            : tokens.Select(token => new Problem(token, $"{command.Name} takes no further argument.", SetAdvice(token)));
    }

    private static string? SetAdvice(string token) =>
        token.Contains('=', StringComparison.Ordinal) ? "Write --set before every key=value." : null;

    private static Problem UnknownOption(string token, Command command)
    {
        var name = token.Split('=', ':')[0];
        var nearest = Suggestion.Nearest(name, command.Options.Where(option => !option.Hidden).Select(option => option.Name));
        return new Problem(name, $"{command.Name} has no such option.", nearest is null ? null : $"Did you mean {nearest}?");
    }

    private static Problem ToProblem(ParseError error) => new(Where(error.SymbolResult), error.Message);

    private static string Where(SymbolResult? result) => result switch
    {
        OptionResult option => option.Option.Name,
        ArgumentResult { Parent: OptionResult option } => option.Option.Name,
        ArgumentResult argument => argument.Argument.Name,
        CommandResult command => command.Command.Name,
        _ => "clustersim",
    };

    // The library says the same of every token that it could not place, without the names there are.
    private static bool IsUnmatchedToken(ParseError error, ParseResult parsed) =>
        parsed.UnmatchedTokens.Any(token => error.Message == $"Unrecognized command or argument '{token}'.");
}
