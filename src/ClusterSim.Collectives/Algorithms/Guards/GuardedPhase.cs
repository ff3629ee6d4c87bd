using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Algorithms.Guards;

/// <summary>
/// A phase of a plug-in with somebody between it and the simulator on both ways, who ends the run with a clear message when it does what no
/// phase may do. What only shows when all ranks have ended, chunks that none asked for, is looked for then.
/// </summary>
/// <param name="phase">The plug-in's.</param>
/// <param name="context">What it was told.</param>
/// <param name="title">What its algorithm is called in messages.</param>
internal sealed class GuardedPhase(ICollectivePhase phase, PhaseContext context, string title) : ICollectivePhase, IPhaseActions
{
    // The largest collectives that machines have memory for act some ten thousand times a rank.
    private const int MostActionsInAnInstant = 1_000_000;
    private const long MostActions = 100_000_000;

    private IPhaseActions actions = null!;
    private long actionCount;
    private int inInstant;
    private SimTime instant;
    private int inNpu;
    private int expected;
    private int undelivered;
    private bool isFinished;

    public SimTime Now => actions.Now;

    public void Start(IPhaseActions newActions)
    {
        actions = newActions;
        Call(nameof(Start), static (phase, guard, _) => phase.Start(guard), 0);
    }

    public void OnProcessed(IPhaseActions newActions, int label)
    {
        actions = newActions;
        inNpu--;
        Call(nameof(OnProcessed), static (phase, guard, label) => phase.OnProcessed(guard, label), label);
    }

    public void OnReceived(IPhaseActions newActions, int label)
    {
        actions = newActions;
        expected--;
        Call(nameof(OnReceived), static (phase, guard, label) => phase.OnReceived(guard, label), label);
    }

    public void OnDelivered(IPhaseActions newActions, int label)
    {
        actions = newActions;
        undelivered--;
        Call(nameof(OnDelivered), static (phase, guard, label) => phase.OnDelivered(guard, label), label);
    }

    public void Process(int label, ByteSize size, bool reduces)
    {
        Count("lets a packet through the NPU");
        RequireSize(size, "lets a packet through the NPU");
        inNpu++;
        actions.Process(label, size, reduces);
    }

    public void Wait(int label, SimDuration duration)
    {
        Count("waits");
        Require(duration.Ns >= 0, $"waits {duration.Ns} ns; the least is 0");
        inNpu++;
        actions.Wait(label, duration);
    }

    public void Send(int toRank, ByteSize size)
    {
        RequirePeer(toRank, size, "sends", "to");
        actions.Send(toRank, size);
    }

    public void Receive(int label, int fromRank, ByteSize size)
    {
        RequirePeer(fromRank, size, "asks for data", "from");
        expected++;
        actions.Receive(label, fromRank, size);
    }

    public void SendTagged(int label, int toRank, ByteSize size, long tag)
    {
        RequirePeer(toRank, size, "sends", "to");
        undelivered++;
        actions.SendTagged(label, toRank, size, tag);
    }

    public void ReceiveTagged(int label, int fromRank, ByteSize size, long tag)
    {
        RequirePeer(fromRank, size, "asks for data", "from");
        expected++;
        actions.ReceiveTagged(label, fromRank, size, tag);
    }

    public void Finish(ByteSize finalSize)
    {
        Count("finishes");
        Require(
            inNpu == 0 && expected == 0 && undelivered == 0,
            $"finishes while {inNpu} packets or waits are in the NPU, {expected} receives wait for data and {undelivered} tagged sends have not arrived");
        var bytes = ExpectedSize();
        Require(finalSize == bytes, $"finishes with {finalSize.Bytes} bytes; a rank that brought {context.Size.Bytes} bytes into {Phase} holds {bytes.Bytes}");
        isFinished = true;
        actions.Finish(finalSize);
    }

    private string Phase => $"{context.Kind} among {context.RankCount} ranks";

    private void Call(string handler, Action<ICollectivePhase, IPhaseActions, int> call, int label)
    {
        try
        {
            call(phase, this, label);
        }
        catch (Exception error) when (error is not CollectiveMistakeException)
        {
            throw new CollectiveMistakeException($"{title} threw {error.GetType().Name} in {handler} on rank {context.Rank} of {Phase}: {error.Message}", error);
        }
    }

    private void RequirePeer(int rank, ByteSize size, string does, string preposition)
    {
        Count(does);
        RequireSize(size, does);
        Require(
            rank >= 0 && rank < context.RankCount,
            $"{does} {preposition} rank {rank}; there are 0 to {context.RankCount - 1}");
        Require(rank != context.Rank, $"{does} {preposition} itself");
    }

    private void RequireSize(ByteSize size, string does) => Require(size.Bytes >= 0, $"{does} of {size.Bytes} bytes");

    private void Count(string does)
    {
        Require(!isFinished, $"{does} after it has finished");
        inInstant = actionCount > 0 && actions.Now == instant ? inInstant + 1 : 1;
        instant = actions.Now;
        Require(inInstant <= MostActionsInAnInstant, $"does more than {MostActionsInAnInstant:N0} things at {instant.Ns} ns, and simulated time stands still");
        Require(++actionCount <= MostActions, $"has done {MostActions:N0} things and has not finished: it never ends");
    }

    private void Require(bool condition, string mistake)
    {
        if (!condition)
        {
            throw new CollectiveMistakeException($"{title}: rank {context.Rank} of {Phase} {mistake}.");
        }
    }

    private ByteSize ExpectedSize() => context.Kind switch
    {
        CollectiveKind.AllGather => context.Size * context.RankCount,
        CollectiveKind.Gather => context.Rank == 0 ? context.Size * context.RankCount : context.Size,
        CollectiveKind.ReduceScatter or CollectiveKind.Scatter => context.Size / context.RankCount,
        _ => context.Size,
    };
}
