using System.Text.Json;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Cli.Output;

/// <summary>What a kind of collective is called, as experiments name it: <c>all-reduce</c>.</summary>
internal static class KindName
{
    public static string Of(CollectiveKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
