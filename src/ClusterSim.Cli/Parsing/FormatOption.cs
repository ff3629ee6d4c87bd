using ClusterSim.Cli.Output;

namespace ClusterSim.Cli.Parsing;

/// <summary><c>--format</c>: as a table for people, or for programs.</summary>
/// <param name="description">What is printed.</param>
internal sealed class FormatOption(string description) : ChoiceOption<OutputFormat>(
    "--format",
    description,
    ("table", OutputFormat.Table),
    ("json", OutputFormat.Json),
    ("csv", OutputFormat.Csv));
