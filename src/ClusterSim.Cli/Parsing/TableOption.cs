using System.CommandLine;
using System.CommandLine.Parsing;
using ClusterSim.Core.Input;

namespace ClusterSim.Cli.Parsing;

/// <summary><c>--table</c>: the only table of an answer that is printed; null if it is not given.</summary>
internal sealed class TableOption : Option<string?>
{
    private readonly string[] tables;

    /// <param name="tables">The names of all tables; the first is the one that CSV has by itself.</param>
    public TableOption(string[] tables)
        : base("--table")
    {
        this.tables = tables;
        Description = $"The only table that is printed. Default: all; in csv, which has one, {tables[0]}.";
        HelpName = string.Join('|', tables);
        CustomParser = Parse;
        CompletionSources.Add(tables);
    }

    private string? Parse(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        if (tables.Contains(given))
        {
            return given;
        }

        result.AddError($"'{given}' is unknown. {Suggestion.Allowed(given, tables)}");
        return null;
    }
}
