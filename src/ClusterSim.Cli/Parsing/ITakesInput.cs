using System.CommandLine;
using ClusterSim.Core.Input;

namespace ClusterSim.Cli.Parsing;

/// <summary>A command that can tell what is wrong with its input, beside what is wrong with its options.</summary>
internal interface ITakesInput
{
    /// <summary>Every mistake in the input; empty if there is none.</summary>
    IReadOnlyList<Problem> InputProblems(ParseResult parsed);
}
