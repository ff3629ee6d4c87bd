using System.Text.Json;

namespace ClusterSim.Inspection.Reading;

/// <summary>What an NPU of a stuck run waits for.</summary>
/// <param name="Kind">receive, send, call, chunk, turn, slot or memory.</param>
/// <param name="Npu">The name of who waits.</param>
/// <param name="For">The name of the NPU that is waited for; null: none.</param>
/// <param name="Node">The id of the node that waits; null: it belongs to no single one.</param>
/// <param name="Name">The node's name; empty: it has none.</param>
/// <param name="What">What the node does.</param>
/// <param name="Why">Why that does not go on.</param>
public sealed record FailureWait(string Kind, string Npu, string? For, ulong? Node, string Name, string What, string Why)
{
    internal static FailureWait Of(JsonElement wait) => new(
        wait.GetProperty("kind").GetString()!,
        wait.GetProperty("npu").GetString()!,
        wait.GetProperty("for").GetString(),
        wait.GetProperty("node") is { ValueKind: JsonValueKind.Number } node ? node.GetUInt64() : null,
        wait.GetProperty("name").GetString()!,
        wait.GetProperty("what").GetString()!,
        wait.GetProperty("why").GetString()!);
}
