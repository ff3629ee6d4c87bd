using System.Globalization;
using ClusterSim.Core.Messages;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Tracing;

/// <summary>What kinds and classes of messages are called where people read them. A trace holds their numbers.</summary>
public static class MessageNames
{
    /// <summary>How many of the lower bits of a message's id count what its sender had sent before; the others are the sender.</summary>
    public const int CounterBits = 40;

    /// <summary>The kinds, by the numbers of <see cref="MessageKind"/>.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["start", "chunk", "delivered", "delays-end", "late-receive", "memory-request", "memory-done"];

    /// <summary>The classes, by the numbers of <see cref="MessageClass"/>.</summary>
    public static IReadOnlyList<string> Classes { get; } = ["collective", "point-to-point", "control"];

    /// <summary>What a delay is, by the numbers of <see cref="DelayKind"/>.</summary>
    public static IReadOnlyList<string> Delays { get; } = ["node", "endpoint", "reduction", "wait"];

    /// <summary>How people write the id of a message: <c>npu/3#17</c>, its sender and how many that had sent before.</summary>
    public static string Of(string sender, ulong id) => string.Create(CultureInfo.InvariantCulture, $"{sender}#{id & ((1UL << CounterBits) - 1)}");
}
