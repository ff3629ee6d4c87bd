using ClusterSim.Core.Units;

namespace ClusterSim.Core.Collectives;

/// <summary>What a phase of a collective may do. Ranks are those of the phase, from 0.</summary>
public interface IPhaseActions
{
    /// <summary>The simulated time.</summary>
    SimTime Now { get; }

    /// <summary>
    /// Lets a packet spend the NPU's endpoint delay and then, if it reduces, the time to read two operands of its size
    /// from local memory and write one. <see cref="ICollectivePhase.OnProcessed"/> follows.
    /// </summary>
    void Process(int label, ByteSize size, bool reduces);

    /// <summary>Lets time pass; <see cref="ICollectivePhase.OnProcessed"/> follows.</summary>
    void Wait(int label, SimDuration duration);

    /// <summary>Sends data to another rank, where a <see cref="Receive"/> of the same stream and size takes it.</summary>
    void Send(int toRank, ByteSize size);

    /// <summary>Asks for data from another rank; <see cref="ICollectivePhase.OnReceived"/> follows its arrival.</summary>
    void Receive(int label, int fromRank, ByteSize size);

    /// <summary>
    /// Sends data under a tag of its own, among the sends and receives of traces;
    /// <see cref="ICollectivePhase.OnDelivered"/> follows its arrival.
    /// </summary>
    void SendTagged(int label, int toRank, ByteSize size, long tag);

    /// <summary>Asks for data that was sent under a tag; <see cref="ICollectivePhase.OnReceived"/> follows its arrival.</summary>
    void ReceiveTagged(int label, int fromRank, ByteSize size, long tag);

    /// <summary>Ends the phase. Nothing may follow.</summary>
    /// <param name="finalSize">The bytes that this NPU holds now, which the next phase starts from.</param>
    void Finish(ByteSize finalSize);
}
