namespace ClusterSim.Collectives.Replay;

/// <summary>
/// The nodes of one NPU that may start, kept by the slot that they need, so that a walk over them never looks at the many
/// that wait for a slot which is taken.
/// </summary>
internal sealed class ReadyNodes
{
    private readonly PriorityQueue<int, int>[] bySlot = new PriorityQueue<int, int>[(int)Slot.None + 1];
    private readonly List<(int Node, Slot Slot)> arriving = [];

    public ReadyNodes()
    {
        for (var slot = 0; slot < bySlot.Length; slot++)
        {
            bySlot[slot] = new PriorityQueue<int, int>();
        }
    }

    /// <summary>All of them, with their slots, in no particular order.</summary>
    public IEnumerable<(int Node, Slot Slot)> All =>
        bySlot.SelectMany((nodes, slot) => nodes.UnorderedItems.Select(item => (item.Element, (Slot)slot))).Concat(arriving);

    /// <summary>Adds a node, for the next walk.</summary>
    public void Add(int node, Slot slot) => arriving.Add((node, slot));

    /// <summary>Begins a walk: what was added up to now takes part in it.</summary>
    public void BeginWalk()
    {
        foreach (var (node, slot) in arriving)
        {
            bySlot[(int)slot].Enqueue(node, node);
        }

        arriving.Clear();
    }

    /// <summary>
    /// Takes the first node in ascending order whose slot is free. A slot that is taken during a walk stays taken, so what
    /// was passed over need not be looked at again.
    /// </summary>
    /// <returns>False if there is none.</returns>
    public bool TryTake(in SlotStates slots, out int node)
    {
        var first = -1;
        node = int.MaxValue;
        for (var slot = 0; slot < bySlot.Length; slot++)
        {
            if (slots.IsFree((Slot)slot) && bySlot[slot].TryPeek(out var candidate, out _) && candidate < node)
            {
                node = candidate;
                first = slot;
            }
        }

        if (first < 0)
        {
            return false;
        }

        bySlot[first].Dequeue();
        return true;
    }
}
