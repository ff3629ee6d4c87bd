using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;

namespace ClusterSim.Tracing;

/// <summary>Which messages a trace keeps: those that all conditions hold for. A condition that is null holds for all.</summary>
public sealed record TraceFilter
{
    /// <summary>Keeps all.</summary>
    public static TraceFilter All { get; } = new();

    /// <summary>Patterns of actors' names, in which <c>*</c> stands for anything and <c>?</c> for one character; one of them sent the message, or gets it.</summary>
    public IReadOnlyList<string>? Actors { get; init; }

    /// <summary>The kinds.</summary>
    public IReadOnlyList<MessageKind>? Kinds { get; init; }

    /// <summary>It was under way at this time or later.</summary>
    public SimTime? From { get; init; }

    /// <summary>It was sent before this time.</summary>
    public SimTime? To { get; init; }

    /// <summary>
    /// The share of what NPUs send, above 0 and at most 1; each with all messages that pass it on. The id that it has where it is
    /// sent alone decides which.
    /// </summary>
    public double? Sample { get; init; }
}
