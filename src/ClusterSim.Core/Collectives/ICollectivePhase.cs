namespace ClusterSim.Core.Collectives;

/// <summary>
/// What the actor of one phase (<c>npu/3/collective/7</c>) does. It is called by one thread at a time, only acts through
/// the <see cref="IPhaseActions"/> it is given, and ends with <see cref="IPhaseActions.Finish"/>. Labels are the phase's
/// own: what it names in an action comes back with what the action leads to.
/// </summary>
public interface ICollectivePhase
{
    /// <summary>The phase begins.</summary>
    void Start(IPhaseActions actions);

    /// <summary>A packet has spent its delays in the NPU, or a wait is over.</summary>
    void OnProcessed(IPhaseActions actions, int label);

    /// <summary>Data that the phase asked for has arrived.</summary>
    void OnReceived(IPhaseActions actions, int label);

    /// <summary>Data that the phase sent, and asked to be told of, has arrived at the other rank.</summary>
    void OnDelivered(IPhaseActions actions, int label)
    {
    }
}
