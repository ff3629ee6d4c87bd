using ClusterSim.Engine.Recording;
using ClusterSim.Tracing.Files;

namespace ClusterSim.Tracing.Messages;

/// <summary>The table <c>messages.parquet</c>: a row for each simulated message that the filter wants.</summary>
internal sealed class MessageTable(TableFile file, MessageFilter filter)
{
    private MessageColumns columns = new();
    private MessageColumns others = new();
    private Task writing = Task.CompletedTask;

    /// <summary>Messages that were sent, whether the filter wanted them or not.</summary>
    public long Sent { get; private set; }

    /// <summary>Messages that the filter wanted.</summary>
    public long Wanted { get; private set; }

    /// <summary>Whether <see cref="WriteAsync"/> must come before another message.</summary>
    public bool IsFull => columns.IsFull;

    /// <summary>Takes in a message.</summary>
    public void Add(in RecordedMessage message, in Way way)
    {
        Sent++;
        if (filter.Wants(in message, way.Id))
        {
            Wanted++;
            columns.Add(in message, way.Origin);
        }
    }

    /// <summary>Begins to write what was taken in; it is written while more is taken in, once what came before is written.</summary>
    public async Task WriteAsync()
    {
        await writing.ConfigureAwait(false);
        (columns, others) = (others, columns);
        columns.Clear();
        writing = Task.Run(() => file.WriteAsync(others.Count, others.WriteAsync));
    }

    /// <summary>Writes all that was taken in.</summary>
    public async Task FinishAsync()
    {
        await WriteAsync().ConfigureAwait(false);
        await writing.ConfigureAwait(false);
    }
}
