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
        if (parsed.Action is { ClearsParseErrors: true })
        {
            return [];
        }

        var problems = new ProblemList();
        problems.AddRange(MissingBefore(parsed.CommandResult));

        // It only has others below it.
        if (command.Action is null)
        {
            problems.AddRange(parsed.Errors.Where(error => error.SymbolResult is ArgumentResult).Select(ToProblem).Append(MissingCommand(parsed)));
            return problems.Problems;
        }

        problems.AddRange(parsed.Errors.Where(error => !IsUnmatchedToken(error, parsed)).Select(ToProblem));
        problems.AddRange(OptionsWithoutValue(parsed));
        problems.AddRange(Unmatched(parsed));
        return problems.Problems;
    }

    /// <summary>Whether nothing but values of options is wrong, so that it is clear what was meant to be the input.</summary>
    public static bool AreOnlyOfValues(ParseResult parsed) =>
        parsed.Errors.All(error => OptionOf(error.SymbolResult) is { Tokens.Count: > 0 })
        && !MisplacedOptions(parsed).Any() && !OptionsWithoutValue(parsed).Any();

    /// <summary>Where to read how the command is used.</summary>
    public static string Hint(ParseResult parsed) =>
        $"Nothing was done. {Path(parsed.CommandResult)} --help tells how it is used.";

    // The program and the commands that lead to this one.
    private static string Path(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : "clustersim";

    private static Problem MissingCommand(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var names = command.Subcommands.Select(subcommand => subcommand.Name);
        return parsed.UnmatchedTokens is [var given, ..]
            ? new Problem(given, "There is no such command.", Suggestion.Allowed(given, names))
            : new Problem(Path(parsed.CommandResult), "A command is missing.", Suggestion.Allowed("", names));
    }

    // What follows an unknown option is most likely its value, and is not worth a line of its own.
    private static IEnumerable<Problem> Unmatched(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var options = MisplacedOptions(parsed).ToList();
        return options.Count > 0
            ? options.Select(token => UnknownOption(token, command))
            : parsed.UnmatchedTokens.Select(token => new Problem(token, $"{command.Name} takes no further argument.", SetAdvice(token)));
    }

    // The library takes an unknown option for an argument where there is room for one. A file whose name begins with a dash
    // can still be given: behind --, or as ./-name.
    private static IEnumerable<string> MisplacedOptions(ParseResult parsed)
    {
        if (parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash))
        {
            return [];
        }

        var arguments = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens);
        return arguments.Select(token => token.Value).Concat(parsed.UnmatchedTokens).Where(token => token.StartsWith('-'));
    }

    // Where an option stands in the place of another's value, the library takes it for the value.
    private static IEnumerable<Problem> OptionsWithoutValue(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var names = command.Options.Select(option => option.Name).ToHashSet(StringComparer.Ordinal);
        return from option in parsed.CommandResult.Children.OfType<OptionResult>()
               from token in option.Tokens
               where names.Contains(token.Value.Split('=')[0])
               select new Problem(option.Option.Name, $"The value is missing: {token.Value} is an option.");
    }

    private static string? SetAdvice(string token) =>
        token.Contains('=', StringComparison.Ordinal) ? "Write --set before every key=value." : null;

    private static Problem UnknownOption(string token, Command command)
    {
        var name = token.Split('=', ':')[0];
        var nearest = Suggestion.Nearest(name, command.Options.Where(option => !option.Hidden).Select(option => option.Name));
        return new Problem(name, $"{command.Name} has no such option.", nearest is null ? null : $"Did you mean {nearest}?");
    }

    // What commands before this one need, the library does not ask for.
    private static IEnumerable<Problem> MissingBefore(CommandResult result) =>
        result.Parent is CommandResult parent
            ? MissingBefore(parent).Concat(
                parent.Command.Action is null
                    ? parent.Command.Arguments.Where(argument => parent.GetResult(argument) is null or { Tokens.Count: 0 }).Select(argument => Missing(argument.Name, argument.Description))
                    : [])
            : [];

    private static Problem ToProblem(ParseError error) => error.SymbolResult switch
    {
        ArgumentResult { Tokens.Count: 0, Parent: CommandResult } result => Missing(result.Argument.Name, result.Argument.Description),
        ArgumentResult { Tokens.Count: 0, Parent: OptionResult option } => new(option.Option.Name, "The value is missing.", option.Option.Description),
        OptionResult { IdentifierToken: null, Option.Required: true } result => Missing(result.Option.Name, result.Option.Description),
        OptionResult { Tokens.Count: 0 } result => new(result.Option.Name, "The value is missing.", result.Option.Description),
        var result => new(Where(result), error.Message),
    };

    private static Problem Missing(string name, string? description) => new(name, "It is missing.", description);

    private static string Where(SymbolResult? result) => result switch
    {
        _ when OptionOf(result) is { } option => option.Option.Name,
        ArgumentResult argument => argument.Argument.Name,
        CommandResult command => command.Command.Name,
        _ => "clustersim",
    };

    private static OptionResult? OptionOf(SymbolResult? result) => result as OptionResult ?? (result as ArgumentResult)?.Parent as OptionResult;

    // The library says the same of every token that it could not place, without the names there are.
    private static bool IsUnmatchedToken(ParseError error, ParseResult parsed) =>
        parsed.UnmatchedTokens.Any(token => error.Message == $"Unrecognized command or argument '{token}'.");
}
