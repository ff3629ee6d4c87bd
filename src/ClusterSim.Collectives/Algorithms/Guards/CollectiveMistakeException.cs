namespace ClusterSim.Collectives.Algorithms.Guards;

/// <summary>An algorithm of a plug-in did what no algorithm may do. The message names it, and says what.</summary>
public sealed class CollectiveMistakeException : Exception
{
    public CollectiveMistakeException(string message)
        : base(message)
    {
    }

    public CollectiveMistakeException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
