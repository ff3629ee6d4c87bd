using System.Collections;

namespace ClusterSim.Tests.Workload.Set;

/// <summary>A list of NPUs that counts how often somebody walks over it.</summary>
internal sealed class WalkedList(params int[] items) : IReadOnlyList<int>
{
    public int Walks { get; private set; }

    public int Count => items.Length;

    public int this[int index] => items[index];

    public IEnumerator<int> GetEnumerator()
    {
        Walks++;
        return ((IEnumerable<int>)items).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
