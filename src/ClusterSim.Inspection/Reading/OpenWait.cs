using System.Text.Json;

namespace ClusterSim.Inspection.Reading;

/// <summary>What an NPU of a stuck run waits for, as the diagnosis in <c>run.json</c> tells it.</summary>
/// <param name="Npu">Who waits: <c>npu/3</c>.</param>
/// <param name="For">The NPU that is waited for; null: none.</param>
/// <param name="Node">The id of the node that waits; null: what waits belongs to no single node.</param>
/// <param name="What">What the node does.</param>
/// <param name="Why">Why that does not go on.</param>
public sealed record OpenWait(string Npu, string? For, long? Node, string What, string Why)
{
    internal static OpenWait Of(JsonElement wait) => new(
        wait.GetProperty("npu").GetString()!,
        wait.GetProperty("for").GetString(),
        wait.GetProperty("node") is { ValueKind: JsonValueKind.Number } node ? unchecked((long)node.GetUInt64()) : null,
        wait.GetProperty("what").GetString()!,
        wait.GetProperty("why").GetString()!);
}
