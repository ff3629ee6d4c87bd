namespace ClusterSim.Engine.Events;

/// <summary>A growing list of messages whose storage is kept when it is emptied.</summary>
internal sealed class MessageBuffer
{
    private ScheduledMessage[] messages = new ScheduledMessage[16];

    public int Count { get; private set; }

    public ReadOnlySpan<ScheduledMessage> Messages => messages.AsSpan(0, Count);

    /// <summary>A place at the end for the caller to fill.</summary>
    public ref ScheduledMessage Add()
    {
        if (Count == messages.Length)
        {
            Array.Resize(ref messages, Count * 2);
        }

        return ref messages[Count++];
    }

    public void Clear() => Count = 0;
}
