using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Algorithms.Packets;

/// <summary>
/// A phase that talks in packets, with a window of credits: the common part of ring, direct and halving-doubling. Packets
/// wait in a line. One that has spent its delays in the NPU gives a credit, and a credit lets the first in line go, whichever
/// that is; every receive puts a new one in line. So the line is nothing but two counters.
/// </summary>
internal abstract class PacketPhase : ICollectivePhase
{
    private readonly PacketPlan plan;
    private readonly ByteSize startSize;
    private int sendsLeft;
    private int credits;
    private int waiting;
    private int received;
    private int placeInRound;
    private bool isOddRound = true;

    protected PacketPhase(PacketPlan plan, ByteSize startSize)
    {
        this.plan = plan;
        this.startSize = startSize;
        sendsLeft = plan.Sends;
    }

    private bool CanSend => credits > 0 && waiting > 0 && sendsLeft > 0;

    public void Start(IPhaseActions actions)
    {
        for (var packet = 0; packet < plan.Window; packet++)
        {
            PutInLine(actions);
        }
    }

    public void OnProcessed(IPhaseActions actions, int label)
    {
        credits++;
        if (plan.HoldsBack && sendsLeft <= plan.SecondHalf)
        {
            if (received < plan.SecondHalf)
            {
                return;
            }

            while (CanSend)
            {
                SendNext(actions);
            }
        }
        else if (CanSend)
        {
            SendNext(actions);
        }

        if (sendsLeft == 0 && credits == plan.Window)
        {
            actions.Finish(plan.FinalSize(startSize));
        }
    }

    public void OnReceived(IPhaseActions actions, int label)
    {
        received++;
        PutInLine(actions);
    }

    /// <summary>The size of the packet that is put in line now; called once a packet, in order.</summary>
    protected abstract ByteSize NextSizeInLine();

    /// <summary>The ends and the size of the packet that leaves the line now; called once a send, in order.</summary>
    protected abstract Packet NextToSend();

    private void PutInLine(IPhaseActions actions)
    {
        waiting++;
        var reduces = placeInRound >= plan.PlainPerRound && plan.Reduces(isOddRound);
        if (++placeInRound == plan.PlainPerRound + plan.OthersPerRound)
        {
            placeInRound = 0;
            isOddRound = !isOddRound;
        }

        actions.Process(label: 0, NextSizeInLine(), reduces);
    }

    private void SendNext(IPhaseActions actions)
    {
        credits--;
        waiting--;
        sendsLeft--;
        var packet = NextToSend();
        actions.Send(packet.Destination, packet.Size);
        actions.Receive(label: 0, packet.Source, packet.Size);
    }
}
