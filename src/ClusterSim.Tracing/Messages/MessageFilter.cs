using ClusterSim.Core.Input;
using ClusterSim.Core.Messages;
using ClusterSim.Engine.Recording;
using ClusterSim.Tracing.Actors;

namespace ClusterSim.Tracing.Messages;

/// <summary>A <see cref="TraceFilter"/> made ready to be asked for every message.</summary>
internal sealed class MessageFilter
{
    // The golden ratio and a prime of xxHash64: odd, with well-spread bits.
    private const ulong K1 = 0x9E3779B97F4A7C15;
    private const ulong K2 = 0xC2B2AE3D27D4EB4F;

    private readonly bool wantsAll;
    private readonly bool[]? actors;
    private readonly uint kinds = uint.MaxValue;
    private readonly long from;
    private readonly long to = long.MaxValue;
    private readonly ulong lastOfSample = ulong.MaxValue;

    /// <param name="filter">What is wanted.</param>
    /// <param name="actorNames">The names of all actors, by number.</param>
    /// <exception cref="InvalidInputException">A pattern means no actor.</exception>
    public MessageFilter(TraceFilter filter, IReadOnlyList<string> actorNames)
    {
        wantsAll = filter == TraceFilter.All;
        actors = filter.Actors is { } patterns ? ActorsOf(patterns, actorNames) : null;
        kinds = filter.Kinds?.Aggregate(0U, (bits, kind) => bits | BitOf(kind)) ?? uint.MaxValue;
        from = filter.From?.Ns ?? 0;
        to = filter.To?.Ns ?? long.MaxValue;
        lastOfSample = filter.Sample is { } share and < 1 ? (ulong)(share * ulong.MaxValue) : ulong.MaxValue;
    }

    /// <summary>Whether a message is wanted.</summary>
    /// <param name="message">The message.</param>
    /// <param name="way">The id of the message that began its way: a sample holds whole ways.</param>
    public bool Wants(in RecordedMessage message, ulong way) =>
        wantsAll
        || ((kinds & BitOf(message.Message.Kind)) != 0
            && message.SentAt < to
            && message.DeliveredAt >= from
            && (actors is null || actors[message.Sender] || actors[message.Target])
            && Hash(way) <= lastOfSample);

    private static bool[] ActorsOf(IReadOnlyList<string> patterns, IReadOnlyList<string> names)
    {
        var problems = new ProblemList();
        foreach (var pattern in patterns.Where(pattern => !names.Any(name => NamePattern.Matches(pattern, name))))
        {
            problems.Add("--trace-actors", $"'{pattern}' means no actor of this run.", ActorSuggestion.For(pattern, names));
        }

        problems.ThrowIfAny();
        return [.. names.Select(name => patterns.Any(pattern => NamePattern.Matches(pattern, name)))];
    }

    private static uint BitOf(MessageKind kind) => 1U << (int)kind;

    private static ulong Hash(ulong id)
    {
        unchecked
        {
            var hash = (id ^ (id >> 31)) * K1;
            hash = (hash ^ (hash >> 29)) * K2;
            return hash ^ (hash >> 32);
        }
    }
}
