namespace ClusterSim.Collectives.Messaging;

/// <summary>Things that are fetched back by a number, which is reused.</summary>
internal sealed class PendingList<T>
{
    private readonly List<T?> items = [];
    private readonly Stack<int> free = new();

    public int Add(T item)
    {
        if (free.TryPop(out var place))
        {
            items[place] = item;
            return place;
        }

        items.Add(item);
        return items.Count - 1;
    }

    public T Take(int place)
    {
        var item = items[place]!;
        items[place] = default;
        free.Push(place);
        return item;
    }
}
