namespace ClusterSim.Engine.Events;

/// <summary>Sorts the messages of one time and round. They come nearly in order, so insertion is tried first.</summary>
internal static class MessageSorter
{
    // Beyond this many moves a message, the general sort is faster.
    private const int MovesPerMessage = 4;

    public static void Sort(Span<ScheduledMessage> messages)
    {
        var movesLeft = (long)messages.Length * MovesPerMessage;
        for (var i = 1; i < messages.Length; i++)
        {
            if (!EventKey.Precedes(in messages[i], in messages[i - 1]))
            {
                continue;
            }

            var message = messages[i];
            var place = i;
            while (place > 0 && EventKey.Precedes(in message, in messages[place - 1]))
            {
                messages[place] = messages[place - 1];
                place--;
                movesLeft--;
            }

            messages[place] = message;
            if (movesLeft < 0)
            {
                messages.Sort(default(ByKey));
                return;
            }
        }
    }

    private readonly struct ByKey : IComparer<ScheduledMessage>
    {
        public int Compare(ScheduledMessage x, ScheduledMessage y) =>
            EventKey.Precedes(in x, in y) ? -1 : EventKey.Precedes(in y, in x) ? 1 : 0;
    }
}
