using System.Globalization;
using ClusterSim.Core.Input;
using ClusterSim.Engine.Recording;
using ClusterSim.Tracing.Actors;
using ClusterSim.Tracing.Files;
using ClusterSim.Tracing.Links;
using ClusterSim.Tracing.Memory;
using ClusterSim.Tracing.Messages;
using ClusterSim.Tracing.Nodes;
using ClusterSim.Tracing.Recording;

namespace ClusterSim.Tracing;

/// <summary>
/// Records one run into a folder. Begun before the run, so that a long one is not lost to a misspelt folder; its files take their
/// place when <see cref="CommitAsync"/> is called. Disposed before that, it leaves nothing behind.
/// </summary>
public sealed class RunTrace : IAsyncDisposable
{
    // A disk of a network may be away for a while.
    private static readonly TimeSpan UsualPatience = TimeSpan.FromMinutes(5);

    // Nobody needs any more what is then written.
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(5);

    private readonly TraceFolder folder;
    private readonly RecordQueue queue;
    private readonly TimeSpan patience;
    private Task<TraceSummary>? writing;
    private Task writingLinks = Task.CompletedTask;
    private Task writingMemory = Task.CompletedTask;
    private long links;
    private long allLinks;

    private RunTrace(TraceFolder folder, TraceFilter filter, TimeSpan patience)
    {
        this.folder = folder;
        this.patience = patience;
        queue = new RecordQueue(patience);
        Filter = filter;
    }

    /// <summary>Which messages it keeps.</summary>
    public TraceFilter Filter { get; }

    /// <summary>Takes what the engine records.</summary>
    public IRecordSink Sink => queue;

    /// <summary>Makes a trace ready.</summary>
    /// <param name="option">The option that names the folder, for messages.</param>
    /// <param name="path">The folder. One that does not exist is made; an older trace in it is replaced at the end.</param>
    /// <param name="filter">Which messages it keeps.</param>
    /// <exception cref="InvalidInputException">The folder cannot be written, or holds something else than a trace.</exception>
    public static RunTrace Create(string option, string path, TraceFilter filter) => Create(option, path, filter, static file => file, UsualPatience);

    /// <summary>The run begins.</summary>
    /// <exception cref="InvalidInputException">The filter names an actor that there is not.</exception>
    public void Begin(TracedRun run)
    {
        var filter = new MessageFilter(Filter, run.ActorNames);
        writing = Task.Run(() => WriteOrAbandonAsync(run, filter));
    }

    /// <summary>The actors have said what they found; it is written while the run goes on.</summary>
    public void AddLinks(IEnumerable<LinkRow> rows) => writingLinks = Task.Run(() => WriteLinksAsync(rows));

    /// <summary>The run has ended; what its tensors took is written. Where memory is not tracked, the file is not made.</summary>
    public void AddMemory(IEnumerable<MemoryRow> rows) => writingMemory = Task.Run(() => WriteMemoryAsync(rows));

    /// <summary>The same on a disk that is not what it should be.</summary>
    internal static RunTrace Create(string option, string path, TraceFilter filter, Func<Stream, Stream> disk, TimeSpan patience) => new(
        TraceFolder.Begin(option, path, disk), filter, patience);

    /// <summary>The run has ended, in one way or another. What was recorded is written.</summary>
    /// <exception cref="IOException">It could not be written, or nothing was for too long.</exception>
    public async Task<TraceSummary> EndAsync()
    {
        queue.End();
        var all = writing ?? throw new InvalidOperationException("The trace of a run ends that never began.");
        if (queue.IsStalled || !await EndsInTimeAsync(Task.WhenAll(all, writingLinks, writingMemory)).ConfigureAwait(false))
        {
            throw new IOException(string.Create(
                CultureInfo.InvariantCulture, $"The disk took nothing of what was recorded for {patience.TotalSeconds:0.#} s, so the trace was given up."));
        }

        return (await all.ConfigureAwait(false)) with { AllLinks = allLinks, Links = links, Failure = Reason(folder.Spare.Failure) };
    }

    /// <summary>Adds <c>run.json</c>, and puts the files in their place.</summary>
    /// <param name="writeRun">Writes the file.</param>
    /// <exception cref="IOException">The disk is full.</exception>
    public async Task CommitAsync(Func<Stream, Task> writeRun)
    {
        folder.Spare.Release();
        var file = folder.Create(TraceFiles.Run);
        await using (file.ConfigureAwait(false))
        {
            await writeRun(file).ConfigureAwait(false);
        }

        folder.Commit();
    }

    public async ValueTask DisposeAsync()
    {
        queue.Abandon();
        queue.End();
        var all = Task.WhenAll(writing ?? Task.CompletedTask, writingLinks, writingMemory);
        await all.WaitAsync(PatienceAtTheEnd).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // What hangs on a disk cannot be removed from it; the next trace there takes its place.
        if (all.IsCompleted)
        {
            folder.Dispose();
        }
    }

    private async Task<bool> EndsInTimeAsync(Task work)
    {
        try
        {
            await work.WaitAsync(patience).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    // Without the file, which the runtime adds behind a colon, and which is named otherwise in the end.
    private static string? Reason(IOException? failure) => failure?.Message.Split(" : ")[0];

    private async Task<TraceSummary> WriteOrAbandonAsync(TracedRun run, MessageFilter filter)
    {
        try
        {
            return await WriteAsync(run, filter).ConfigureAwait(false);
        }
        catch
        {
            // The run goes on, and must not wait for a writer that is no more.
            queue.Abandon();
            throw;
        }
    }

    private async Task<TraceSummary> WriteAsync(TracedRun run, MessageFilter filter)
    {
        await WriteActorsAsync(run).ConfigureAwait(false);
        var messageFile = await folder.CreateTableAsync(TraceFiles.Messages, MessageSchema.All, yieldsSpareRoom: true, MessageSchema.Growing).ConfigureAwait(false);
        await using var closesMessages = messageFile.ConfigureAwait(false);
        var nodeFile = await folder.CreateTableAsync(TraceFiles.Nodes, NodeTable.Columns, yieldsSpareRoom: false, NodeTable.Growing).ConfigureAwait(false);
        await using var closesNodes = nodeFile.ConfigureAwait(false);
        var messages = new MessageTable(messageFile, filter);
        var nodes = new NodeTable(nodeFile, run.Nodes);
        await AddAllAsync(new TraceTables(queue, messages, nodes, run.NpuCount)).ConfigureAwait(false);
        await messages.FinishAsync().ConfigureAwait(false);
        await nodes.WriteAsync().ConfigureAwait(false);
        return new TraceSummary(messages.Sent, messages.Wanted, messageFile.Rows, nodes.Ended, nodeFile.Rows, 0, 0, null);
    }

    private async Task AddAllAsync(TraceTables tables)
    {
        await foreach (var batch in queue.ReadAsync().ConfigureAwait(false))
        {
            try
            {
                await tables.AddAsync(batch).ConfigureAwait(false);
            }
            finally
            {
                queue.Done();
            }
        }
    }

    private async Task WriteLinksAsync(IEnumerable<LinkRow> rows)
    {
        var file = await folder.CreateTableAsync(TraceFiles.Links, LinkTable.Columns, yieldsSpareRoom: false).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            allLinks = await LinkTable.WriteAsync(file, rows).ConfigureAwait(false);
            links = file.Rows;
        }
    }

    private async Task WriteMemoryAsync(IEnumerable<MemoryRow> rows)
    {
        var file = await folder.CreateTableAsync(TraceFiles.Memory, MemoryTable.Columns, yieldsSpareRoom: false).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            await MemoryTable.WriteAsync(file, rows).ConfigureAwait(false);
        }
    }

    private async Task WriteActorsAsync(TracedRun run)
    {
        var file = await folder.CreateTableAsync(TraceFiles.Actors, ActorTable.Columns, yieldsSpareRoom: false).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            await ActorTable.WriteAsync(file, run.ActorNames).ConfigureAwait(false);
        }
    }
}
