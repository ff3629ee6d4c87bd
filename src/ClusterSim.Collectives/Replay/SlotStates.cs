namespace ClusterSim.Collectives.Replay;

/// <summary>Which slots of an NPU are taken.</summary>
internal struct SlotStates
{
    private uint taken;

    public readonly bool IsFree(Slot slot) => (taken & Bit(slot)) == 0;

    public void Take(Slot slot) => taken |= slot == Slot.None ? 0 : Bit(slot);

    public void Release(Slot slot) => taken &= ~Bit(slot);

    private static uint Bit(Slot slot) => 1u << (int)slot;
}
