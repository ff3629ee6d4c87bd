using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Events;

namespace ClusterSim.Engine;

/// <summary>
/// The actors of one simulation and what the engine must know to split them into partitions. NPUs are added first, in
/// ascending order; every other actor lives with an NPU.
/// </summary>
public sealed class SimulationPlan
{
    private readonly List<ActorBlueprint> actors = [];
    private int npusKeptTogether = 1;

    /// <param name="npuCount">How many NPUs there are. Each gets a start message at time 0, and must complete.</param>
    public SimulationPlan(int npuCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(npuCount, 1);
        NpuCount = npuCount;
    }

    /// <summary>How many NPUs there are.</summary>
    public int NpuCount { get; }

    /// <summary>
    /// The shortest time that a message between two sites takes. All advance together through windows of this width; where it
    /// is zero there can only be one site.
    /// </summary>
    public SimDuration Lookahead { get; private set; } = new(long.MaxValue);

    /// <summary>So many NPUs in a row share a site, because they talk to each other without delay.</summary>
    public int NpusPerSite => Lookahead > SimDuration.Zero ? npusKeptTogether : NpuCount;

    /// <summary>
    /// How many sites there are: groups of actors that run by themselves through a window, since what they send each other takes
    /// at least the lookahead. Without lookahead all actors are one site.
    /// </summary>
    public int SiteCount => (NpuCount + NpusPerSite - 1) / NpusPerSite;

    /// <summary>The logical names of all actors, by number.</summary>
    public IEnumerable<string> ActorNames => actors.Select(actor => actor.Name);

    /// <summary>
    /// Tells from what the actors found whose last messages are of interest, because the simulation has not come to where it should; in order,
    /// the most important first. Asked by who leads the simulation. By default: nobody's.
    /// </summary>
    public Func<IReadOnlyList<object>, IReadOnlyList<ActorId>> Concerned { get; set; } = static _ => [];

    internal IReadOnlyList<ActorBlueprint> Actors => actors;

    /// <summary>Adds an actor.</summary>
    /// <param name="name">Its logical name, pairs of kind and number: <c>npu/3</c>, <c>switch/0/port/5</c>.</param>
    /// <param name="homeNpu">The NPU with which it shares a partition.</param>
    /// <param name="create">Makes it, once in each simulation.</param>
    public ActorId Add(string name, int homeNpu, Func<SimActor> create)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(homeNpu);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(homeNpu, NpuCount);
        return AddBlueprint(new ActorBlueprint(name, homeNpu, create));
    }

    /// <summary>
    /// Adds an actor of which every partition keeps a replica, so that requests reach it without delay wherever they come
    /// from. All replicas handle the same requests in the same order; what one answers reaches the NPUs of its own
    /// partition only. Its answers take at least the lookahead.
    /// </summary>
    public ActorId AddReplicated(string name, Func<SimActor> create) =>
        AddBlueprint(new ActorBlueprint(name, ActorBlueprint.Everywhere, create));

    /// <summary>Says that a message between two sites may take as little as this.</summary>
    public void LimitLookahead(SimDuration shortest) => Lookahead = SimDuration.Min(Lookahead, shortest);

    /// <summary>Says that so many NPUs in a row must share a site.</summary>
    public void KeepTogether(int npusInARow)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(npusInARow, 1);
        npusKeptTogether = Math.Max(npusKeptTogether, npusInARow);
    }

    /// <summary>How many partitions the actors can be split into, given how many are wanted.</summary>
    public int PartitionsFor(int wanted) => Math.Clamp(wanted, 1, SiteCount);

    private ActorId AddBlueprint(ActorBlueprint blueprint)
    {
        if (actors.Count == MessageId.MaximumActors)
        {
            throw new InvalidOperationException($"A simulation holds at most {MessageId.MaximumActors} actors.");
        }

        actors.Add(blueprint);
        return new ActorId(actors.Count - 1);
    }
}
