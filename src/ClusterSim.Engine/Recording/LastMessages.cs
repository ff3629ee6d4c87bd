using ClusterSim.Core.Messages;

namespace ClusterSim.Engine.Recording;

/// <summary>What some NPUs handled last of what others sent them; the same on every engine.</summary>
/// <param name="Messages">In the order in which they were handled.</param>
/// <param name="Handled">How many messages of others each of the NPUs has handled. Those that are not here were not kept.</param>
public sealed record LastMessages(IReadOnlyList<LastMessage> Messages, IReadOnlyDictionary<ActorId, long> Handled)
{
    /// <summary>Of so many NPUs messages are gathered at most.</summary>
    public const int MostActors = 32;

    /// <summary>Nobody's.</summary>
    public static LastMessages None { get; } = new([], new Dictionary<ActorId, long>());
}
