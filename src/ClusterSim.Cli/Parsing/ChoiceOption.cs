using System.CommandLine;
using System.CommandLine.Parsing;
using ClusterSim.Core.Input;

namespace ClusterSim.Cli.Parsing;

/// <summary>An option whose value is one of a few names.</summary>
internal class ChoiceOption<T> : Option<T>
{
    private readonly (string Name, T Value)[] choices;
    private readonly string[] names;

    /// <param name="name">With its dashes.</param>
    /// <param name="description">For the help.</param>
    /// <param name="choices">The allowed names; the first is the default.</param>
    public ChoiceOption(string name, string description, params (string Name, T Value)[] choices)
        : base(name)
    {
        this.choices = choices;
        names = Array.ConvertAll(choices, choice => choice.Name);
        Description = $"{description} Default: {choices[0].Name}.";
        HelpName = string.Join('|', names);
        CustomParser = Parse;
        CompletionSources.Add(names);
    }

    /// <summary>The value that was given, or the default.</summary>
    public T Read(ParseResult parsed) => parsed.GetResult(this) is null ? choices[0].Value : parsed.GetRequiredValue(this);

    private T? Parse(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        foreach (var (name, value) in choices)
        {
            if (name == given)
            {
                return value;
            }
        }

        result.AddError($"'{given}' is unknown. {Suggestion.Allowed(given, names)}");
        return default;
    }
}
