namespace ClusterSim.Hosting.Verification;

/// <summary>Hands on, in their order, results that threads bring in any order: each as soon as all before it are there.</summary>
internal sealed class InOrder<T>(int count, Action<T> take)
    where T : class
{
    private readonly Lock gate = new();
    private readonly T?[] waiting = new T?[count];
    private int next;

    public void Put(int index, T item)
    {
        lock (gate)
        {
            waiting[index] = item;
            while (next < waiting.Length && waiting[next] is { } ready)
            {
                waiting[next++] = null;
                take(ready);
            }
        }
    }
}
