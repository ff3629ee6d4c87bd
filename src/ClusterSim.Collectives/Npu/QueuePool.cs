namespace ClusterSim.Collectives.Npu;

/// <summary>Any number of first-in first-out queues that share one array, so that a queue itself is two numbers.</summary>
internal sealed class QueuePool<T>
{
    // Places count from 1, so that an empty queue is all zeroes.
    private Place[] places = [];
    private int used = 1;
    private int firstFree;

    public void Add(ref Queue queue, in T item)
    {
        var place = Store(in item);
        if (queue.IsEmpty)
        {
            queue.First = place;
        }
        else
        {
            places[queue.Last].Following = place;
        }

        queue.Last = place;
    }

    /// <summary>Takes the first of a queue that is not empty.</summary>
    public T Take(ref Queue queue)
    {
        var place = queue.First;
        var item = places[place].Item;
        queue.First = places[place].Following;
        places[place] = new Place { Following = firstFree };
        firstFree = place;
        return item;
    }

    /// <summary>The last of a queue that is not empty. The reference is valid until something is added.</summary>
    public ref T Last(in Queue queue) => ref places[queue.Last].Item;

    private int Store(in T item)
    {
        var place = firstFree;
        if (place != 0)
        {
            firstFree = places[place].Following;
        }
        else
        {
            place = used++;
            if (place >= places.Length)
            {
                Array.Resize(ref places, Math.Max(4, places.Length * 2));
            }
        }

        places[place].Item = item;
        places[place].Following = 0;
        return place;
    }

    /// <summary>One queue; all zeroes is an empty one.</summary>
    public struct Queue
    {
        internal int First;
        internal int Last;

        public readonly bool IsEmpty => First == 0;
    }

    private struct Place
    {
        public T Item;
        public int Following;
    }
}
