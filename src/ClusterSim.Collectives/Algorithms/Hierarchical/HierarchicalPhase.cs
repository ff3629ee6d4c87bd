using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Algorithms.Hierarchical;

/// <summary>
/// One rank's part in a hierarchical collective: lets the steps run one after the other, each as a phase of its own among the ranks that it
/// concerns, and stands between it and the simulator to translate ranks.
/// </summary>
internal sealed class HierarchicalPhase : ICollectivePhase, IPhaseActions
{
    private readonly HierarchicalStep[] steps;
    private readonly ICollectiveAlgorithm algorithm;
    private readonly PhaseContext context;
    private IPhaseActions actions = null!;
    private ICollectivePhase current = null!;
    private int step;

    /// <param name="steps">At least one.</param>
    /// <param name="algorithm">How each is run.</param>
    /// <param name="context">The whole phase.</param>
    public HierarchicalPhase(HierarchicalStep[] steps, ICollectiveAlgorithm algorithm, in PhaseContext context)
    {
        this.steps = steps;
        this.algorithm = algorithm;
        this.context = context;
    }

    public SimTime Now => actions.Now;

    public void Start(IPhaseActions newActions)
    {
        actions = newActions;
        Begin(context.Size);
    }

    public void OnProcessed(IPhaseActions newActions, int label) => current.OnProcessed(this, label);

    public void OnReceived(IPhaseActions newActions, int label) => current.OnReceived(this, label);

    public void OnDelivered(IPhaseActions newActions, int label) => current.OnDelivered(this, label);

    public void Process(int label, ByteSize size, bool reduces) => actions.Process(label, size, reduces);

    public void Wait(int label, SimDuration duration) => actions.Wait(label, duration);

    public void Send(int toRank, ByteSize size) => actions.Send(Translated(toRank), size);

    public void Receive(int label, int fromRank, ByteSize size) => actions.Receive(label, Translated(fromRank), size);

    public void SendTagged(int label, int toRank, ByteSize size, long tag) => actions.SendTagged(label, Translated(toRank), size, tag);

    public void ReceiveTagged(int label, int fromRank, ByteSize size, long tag) => actions.ReceiveTagged(label, Translated(fromRank), size, tag);

    // Nothing of a step is under way when it ends, so labels of the next one cannot be mistaken for its own.
    public void Finish(ByteSize finalSize)
    {
        step++;
        if (step < steps.Length)
        {
            Begin(finalSize);
            return;
        }

        // Of an all-reduce, what does not divide was dropped on the way, and is there nevertheless.
        actions.Finish(context.Kind == CollectiveKind.AllReduce ? context.Size : finalSize);
    }

    private void Begin(ByteSize size)
    {
        current = algorithm.CreatePhase(context with { Kind = steps[step].Kind, Ranks = steps[step].Ranks, Size = size });
        current.Start(this);
    }

    private int Translated(int rank) => steps[step].Ranks.NpuOf(rank);
}
