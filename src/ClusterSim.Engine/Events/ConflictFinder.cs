namespace ClusterSim.Engine.Events;

/// <summary>
/// Tells whether an actor has several messages in one round. Only then does the order within the round matter: actors share
/// nothing, and what they send is put in order by its own keys.
/// </summary>
internal sealed class ConflictFinder
{
    private int[] lastSeen = [];
    private int search;

    /// <summary>Prepares for a simulation of so many actors.</summary>
    public void Reset(int actorCount)
    {
        lastSeen = new int[actorCount];
        search = 0;
    }

    public bool HasConflict(in MessageList round)
    {
        if (search == int.MaxValue)
        {
            Reset(lastSeen.Length);
        }

        search++;
        for (var block = round.Blocks; block is not null; block = block.Next)
        {
            if (MeetsAgain(block.Messages))
            {
                return true;
            }
        }

        return false;
    }

    private bool MeetsAgain(ReadOnlySpan<ScheduledMessage> messages)
    {
        foreach (ref readonly var message in messages)
        {
            ref var seen = ref lastSeen[message.Target];
            if (seen == search)
            {
                return true;
            }

            seen = search;
        }

        return false;
    }
}
