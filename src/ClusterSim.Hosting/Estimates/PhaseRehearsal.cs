using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Hosting.Estimates;

/// <summary>
/// Takes one rank through a phase without a simulation: whatever it waits for happens at once. So it counts what an
/// algorithm sends, and to whom, without knowing the algorithm.
/// </summary>
internal sealed class PhaseRehearsal : IPhaseActions
{
    // Packets in the NPU go before arrivals, so that what is sent before the first arrival is all that is sent unasked.
    private readonly Queue<int> processed = new();
    private readonly Queue<int> received = new();
    private readonly Queue<int> delivered = new();
    private readonly Func<int, int> hopsTo;
    private bool hasReceived;

    private PhaseRehearsal(Func<int, int> hopsTo)
    {
        this.hopsTo = hopsTo;
    }

    /// <summary>How many messages the rank sends.</summary>
    public long Messages { get; private set; }

    /// <summary>How many links they cross.</summary>
    public long Hops { get; private set; }

    /// <summary>How many of them it sends before anything has arrived: so many are on their way at once.</summary>
    public long Unasked { get; private set; }

    /// <summary>All happens at once.</summary>
    public SimTime Now => default;

    /// <param name="phase">The rank's part.</param>
    /// <param name="hopsTo">How many links there are to another rank.</param>
    public static PhaseRehearsal Of(ICollectivePhase phase, Func<int, int> hopsTo)
    {
        var rehearsal = new PhaseRehearsal(hopsTo);
        rehearsal.Run(phase);
        return rehearsal;
    }

    public void Process(int label, ByteSize size, bool reduces) => processed.Enqueue(label);

    public void Wait(int label, SimDuration duration) => processed.Enqueue(label);

    public void Send(int toRank, ByteSize size)
    {
        Messages++;
        Hops += hopsTo(toRank);
        Unasked += hasReceived ? 0 : 1;
    }

    public void SendTagged(int label, int toRank, ByteSize size, long tag)
    {
        Send(toRank, size);
        delivered.Enqueue(label);
    }

    public void Receive(int label, int fromRank, ByteSize size) => received.Enqueue(label);

    public void ReceiveTagged(int label, int fromRank, ByteSize size, long tag) => received.Enqueue(label);

    public void Finish(ByteSize finalSize)
    {
        processed.Clear();
        received.Clear();
        delivered.Clear();
    }

    private void Run(ICollectivePhase phase)
    {
        phase.Start(this);
        while (true)
        {
            if (processed.TryDequeue(out var label))
            {
                phase.OnProcessed(this, label);
            }
            else if (delivered.TryDequeue(out label))
            {
                phase.OnDelivered(this, label);
            }
            else if (received.TryDequeue(out label))
            {
                hasReceived = true;
                phase.OnReceived(this, label);
            }
            else
            {
                return;
            }
        }
    }
}
