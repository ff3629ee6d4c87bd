using System.Globalization;
using ClusterSim.Core.Input;
using ClusterSim.Core.Messages;
using ClusterSim.Tracing;
using Parquet.Schema;

namespace ClusterSim.Inspection.Reading;

/// <summary>A trace of a run in its folder. Reads a file when something needs it, so that one that is damaged leaves the others useful.</summary>
public sealed class Trace
{
    private const string NpuPrefix = "npu/";

    private readonly string folder;
    private readonly Dictionary<string, int> actors;

    internal Trace(string folder, RunFacts run, IReadOnlyList<string> actorNames)
    {
        this.folder = folder;
        Run = run;
        ActorNames = actorNames;
        actors = actorNames.Index().ToDictionary(actor => actor.Item, actor => actor.Index, StringComparer.Ordinal);
        NpuCount = actorNames.TakeWhile(name => name.StartsWith(NpuPrefix, StringComparison.Ordinal)).Count();
    }

    /// <summary>The folder, as it was given.</summary>
    public string Folder => folder;

    /// <summary>What is known of the run.</summary>
    public RunFacts Run { get; }

    /// <summary>The names of all actors, by number. NPUs come first.</summary>
    public IReadOnlyList<string> ActorNames { get; }

    /// <summary>How many NPUs there are.</summary>
    public int NpuCount { get; }

    /// <summary>What a reader should know before he relies on the trace.</summary>
    public IEnumerable<string> Notes => Run.Failure is { } failure ? [$"The run failed: {failure.ReplaceLineEndings(" ")}", .. Gaps] : Gaps;

    /// <summary>What the trace does not hold of its run, a sentence each.</summary>
    public IEnumerable<string> Gaps
    {
        get
        {
            if (!Run.IsComplete)
            {
                yield return $"The trace is not complete: {Run.Missing}";
            }

            if (Run.IsFiltered)
            {
                yield return "The trace leaves out messages that its filters did not want, or that were not recorded.";
            }
        }
    }

    /// <summary>Opens a trace.</summary>
    /// <exception cref="InvalidInputException">The folder is none, or lacks what all questions need.</exception>
    public static async Task<Trace> OpenAsync(string folder)
    {
        if (!File.Exists(Path.Combine(folder, TraceFiles.Run)))
        {
            throw new InvalidInputException(
                folder, Directory.Exists(folder) ? $"The folder holds no trace: it has no {TraceFiles.Run}." : "There is no such folder.", "Name a folder that run --trace has written.");
        }

        return new Trace(folder, RunFacts.Read(folder), await ReadNamesAsync(folder).ConfigureAwait(false));
    }

    /// <summary>The number of an actor.</summary>
    /// <param name="where">The option or argument that names it, for messages.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidInputException">There is none of that name.</exception>
    public int ActorOf(string where, string name) => actors.TryGetValue(name, out var actor)
        ? actor
        : throw new InvalidInputException(
            where,
            $"There is no actor {name} in this run.",
            Suggestion.Nearest(name, ActorNames) is { } nearest ? $"Did you mean {nearest}?" : $"Ask for one of {ActorNames[0]} to {ActorNames[^1]}; actors lists them.");

    /// <summary>What a hop of a chunk consists of.</summary>
    /// <param name="hop">A chunk, or the notice of its arrival, that a link sent, or that crossed a network without congestion.</param>
    public HopParts PartsOf(in MessageRow hop)
    {
        if (Run.Network.HasEqualLinks)
        {
            return Run.Network.PartsOf(in hop);
        }

        // A port is named by its switch and the far end of its link.
        var holder = ActorNames[hop.From].Split('/');
        return holder is [var kind, var name, _, var end]
            ? Run.Network.PartsOf(in hop, $"{kind}/{name}", end)
            : Run.Network.PartsOf(in hop, ActorNames[hop.From], EndOf(in hop));
    }

    // Where a link of an NPU leads to: the notice that a chunk is delivered comes from the last one.
    private string EndOf(in MessageRow hop)
    {
        var device = hop.Kind == MessageKind.Chunk ? ActorNames[hop.To] : ActorNames[hop.Destination];
        var name = device.Split('/')[1];
        return device.StartsWith(NetworkModel.SwitchPrefix, StringComparison.Ordinal) && Run.Network.Dimensions.Count > 0
            ? (NpuCount + int.Parse(name, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture)
            : name;
    }

    internal Task<TableReader> OpenMessagesAsync() => TableReader.OpenAsync(Path.Combine(folder, TraceFiles.Messages));

    /// <summary>The nodes that ended, in order of their ends.</summary>
    public async Task<IReadOnlyList<NodeSpan>> ReadNodesAsync()
    {
        var table = await TableReader.OpenAsync(Path.Combine(folder, TraceFiles.Nodes)).ConfigureAwait(false);
        await using var closes = table.ConfigureAwait(false);
        var nodes = new List<NodeSpan>();
        for (var group = 0; group < table.Rows.Count; group++)
        {
            var npus = await table.ReadAsync(group, new DataField<int>("npu")).ConfigureAwait(false);
            var ids = await table.ReadAsync(group, new DataField<long>("node")).ConfigureAwait(false);
            var names = await table.ReadTextAsync(group, new DataField<string>("name")).ConfigureAwait(false);
            var kinds = await table.ReadTextAsync(group, new DataField<string>("kind")).ConfigureAwait(false);
            var starts = await table.ReadAsync(group, new DataField<long>("start_ns")).ConfigureAwait(false);
            var ends = await table.ReadAsync(group, new DataField<long>("end_ns")).ConfigureAwait(false);
            nodes.AddRange(ids.Select((id, row) => new NodeSpan(npus[row], id, names[row], kinds[row], starts[row], ends[row])));
        }

        return nodes;
    }

    /// <summary>The links, in the order of the file.</summary>
    public async Task<IReadOnlyList<LinkSpan>> ReadLinksAsync()
    {
        var table = await TableReader.OpenAsync(Path.Combine(folder, TraceFiles.Links)).ConfigureAwait(false);
        await using var closes = table.ConfigureAwait(false);
        var peak = new DataField<int>("peak_queue");
        var links = new List<LinkSpan>();
        for (var group = 0; group < table.Rows.Count; group++)
        {
            var names = await table.ReadTextAsync(group, new DataField<string>("link")).ConfigureAwait(false);
            var chunks = await table.ReadAsync(group, new DataField<long>("chunks")).ConfigureAwait(false);
            var bytes = await table.ReadAsync(group, new DataField<long>("bytes")).ConfigureAwait(false);
            var busy = await table.ReadAsync(group, new DataField<long>("busy_ns")).ConfigureAwait(false);
            var waiting = await table.ReadAsync(group, new DataField<long>("waiting_ns")).ConfigureAwait(false);
            var peaks = table.Has(peak) ? await table.ReadAsync(group, peak).ConfigureAwait(false) : null;
            links.AddRange(names.Select((name, row) => new LinkSpan(name, chunks[row], bytes[row], busy[row], waiting[row], peaks?[row])));
        }

        return links;
    }

    /// <summary>The changes of the memory that tensors take, in order of the NPU, then of the time; null: the system does not track it.</summary>
    public async Task<IReadOnlyList<MemoryChange>?> ReadMemoryAsync()
    {
        var path = Path.Combine(folder, TraceFiles.Memory);
        if (!File.Exists(path) && !(Run.Figures?.Npus.Any(npu => npu.PeakMemory is not null) ?? false))
        {
            return null;
        }

        var table = await TableReader.OpenAsync(path).ConfigureAwait(false);
        await using var closes = table.ConfigureAwait(false);
        var changes = new List<MemoryChange>();
        for (var group = 0; group < table.Rows.Count; group++)
        {
            var npus = await table.ReadAsync(group, new DataField<int>("npu")).ConfigureAwait(false);
            var times = await table.ReadAsync(group, new DataField<long>("time_ns")).ConfigureAwait(false);
            var bytes = await table.ReadAsync(group, new DataField<long>("bytes")).ConfigureAwait(false);
            changes.AddRange(npus.Select((npu, row) => new MemoryChange(npu, times[row], bytes[row])));
        }

        return changes;
    }

    /// <summary>The name of an NPU.</summary>
    internal static string NpuName(int npu) => string.Create(CultureInfo.InvariantCulture, $"{NpuPrefix}{npu}");

    internal static async Task<IReadOnlyList<string>> ReadNamesAsync(string folder)
    {
        var table = await TableReader.OpenAsync(Path.Combine(folder, TraceFiles.Actors)).ConfigureAwait(false);
        await using var closes = table.ConfigureAwait(false);
        var names = new List<string>();
        for (var group = 0; group < table.Rows.Count; group++)
        {
            names.AddRange(await table.ReadTextAsync(group, new DataField<string>("name")).ConfigureAwait(false));
        }

        return names;
    }
}
