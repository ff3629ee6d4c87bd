using System.CommandLine;
using System.CommandLine.Parsing;
using ClusterSim.Core.Input;
using ClusterSim.Core.Messages;
using ClusterSim.Tracing;

namespace ClusterSim.Cli.Parsing;

/// <summary>An option whose value is a list of kinds of messages; empty if it is not given.</summary>
internal sealed class MessageKindsOption : Option<MessageKind[]>
{
    public MessageKindsOption(string name, string description)
        : base(name)
    {
        Description = $"{description}: {string.Join(", ", MessageNames.Kinds)}.";
        HelpName = "KINDS";
        CustomParser = Parse;
    }

    private static MessageKind[] Parse(ArgumentResult result)
    {
        var kinds = new List<MessageKind>();
        foreach (var given in result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries))
        {
            var number = Array.IndexOf([.. MessageNames.Kinds], given);
            if (number < 0)
            {
                result.AddError($"'{given}' is no kind of message. {Suggestion.Allowed(given, [.. MessageNames.Kinds])}");
                return [];
            }

            kinds.Add((MessageKind)number);
        }

        return [.. kinds];
    }
}
