using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Scheduling;

/// <summary>One chunk of a collective on its way through the collective's phases.</summary>
internal sealed class CollectiveStream(CollectiveScheduler scheduler, RunningCollective collective, long id, PhasePlan[] phases, ByteSize size)
{
    private int current;

    /// <summary>The id, equal on all ranks; the tag of the stream's messages.</summary>
    public long Id => id;

    /// <summary>Which streams it overtakes while it waits: those with less.</summary>
    public long Priority => collective.Priority;

    /// <summary>The collective that it is a part of.</summary>
    public RunningCollective Collective => collective;

    /// <summary>The phase that runs, or waits to.</summary>
    public ref readonly PhasePlan Phase => ref phases[current];

    /// <summary>The number of the phase that runs, or waits to.</summary>
    public int PhaseNumber => current;

    /// <summary>What this NPU brings into the phase.</summary>
    public ByteSize Size { get; private set; } = size;

    public void StartPhase() => scheduler.Start(this);

    /// <summary>Goes on to the next phase.</summary>
    /// <returns>False if there is none.</returns>
    public bool Advance(ByteSize finalSize)
    {
        Size = finalSize;
        if (current == phases.Length - 1)
        {
            return false;
        }

        current++;
        return true;
    }
}
