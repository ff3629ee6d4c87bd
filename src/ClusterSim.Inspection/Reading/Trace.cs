using System.Globalization;
using ClusterSim.Core.Input;
using ClusterSim.Core.Messages;
using ClusterSim.Tracing;
using ClusterSim.Tracing.Actors;
using ClusterSim.Tracing.Messages;

namespace ClusterSim.Inspection.Reading;

/// <summary>A trace of a run in its folder. Only what needs a file that is missing or damaged cannot be answered; what is left of one that is cut off is read.</summary>
public sealed class Trace
{
    private const string NpuPrefix = "npu/";

    private readonly string folder;
    private readonly RunFacts run;
    private readonly IReadOnlyList<string> names;
    private readonly Dictionary<string, int> actors;
    private readonly IReadOnlyList<Problem> runProblems;
    private readonly IReadOnlyList<Problem> nameProblems;
    private readonly List<string> remarks = [];
    private readonly HashSet<string> lacking = new(StringComparer.Ordinal);

    /// <param name="folder">The folder.</param>
    /// <param name="parts">What is known without the tables.</param>
    /// <param name="runProblems">Why who asks for what is known of the run gets an error; empty: he does not.</param>
    /// <param name="nameProblems">The same of the names of actors.</param>
    internal Trace(string folder, TraceParts parts, IReadOnlyList<Problem> runProblems, IReadOnlyList<Problem> nameProblems)
    {
        this.folder = folder;
        this.runProblems = runProblems;
        this.nameProblems = nameProblems;
        run = parts.Run;
        names = parts.ActorNames;
        actors = names.Index().ToDictionary(actor => actor.Item, actor => actor.Index, StringComparer.Ordinal);
        NpuCount = names.TakeWhile(name => name.StartsWith(NpuPrefix, StringComparison.Ordinal)).Count();
    }

    /// <summary>The folder, as it was given.</summary>
    public string Folder => folder;

    /// <summary>What is known of the run.</summary>
    /// <exception cref="InvalidInputException"><c>run.json</c> cannot be read.</exception>
    public RunFacts Run => runProblems.Count == 0 ? run : throw new InvalidInputException(runProblems);

    /// <summary>The names of all actors, by number. NPUs come first.</summary>
    /// <exception cref="InvalidInputException"><c>actors.parquet</c> cannot be read.</exception>
    public IReadOnlyList<string> ActorNames => nameProblems.Count == 0 ? names : throw new InvalidInputException(nameProblems);

    /// <summary>How many NPUs there are.</summary>
    public int NpuCount { get; }

    /// <summary>What a reader should know before he relies on what the trace has answered.</summary>
    public IEnumerable<string> Notes => run.Failure is { } failure ? [$"The run failed: {failure.ReplaceLineEndings(" ")}", .. Gaps] : Gaps;

    /// <summary>What the trace does not hold of its run, as far as it was asked, a sentence each.</summary>
    public IEnumerable<string> Gaps
    {
        get
        {
            if (!run.IsComplete)
            {
                yield return $"The trace was cut, since the disk was full ({run.Recorded.Failure}): it holds {run.Recorded.Holdings}.";
            }

            if (run.IsFiltered)
            {
                yield return "The trace leaves out messages that its filters did not want, or that were not recorded.";
            }

            foreach (var remark in remarks)
            {
                yield return remark;
            }
        }
    }

    /// <summary>Whether it holds every message of its run.</summary>
    public bool HoldsAllMessages => !run.IsFiltered && !LacksLastMessages;

    // Of a file that is cut off it is known once it was opened.
    private bool LacksLastMessages => lacking.Contains(TraceFiles.Messages) || run.Recorded.Messages < run.Recorded.MessagesWanted;

    /// <summary>Opens a trace.</summary>
    /// <exception cref="InvalidInputException">The folder holds none.</exception>
    public static async Task<Trace> OpenAsync(string folder)
    {
        if (!TraceFiles.All.Any(name => File.Exists(Path.Combine(folder, name))))
        {
            throw new InvalidInputException(
                folder, Directory.Exists(folder) ? "The folder holds no trace." : "There is no such folder.", "Name a folder that run --trace has written.");
        }

        var parts = await TraceParts.ReadAsync(folder).ConfigureAwait(false);
        return new Trace(folder, parts, parts.RunProblems, parts.NameProblems);
    }

    /// <summary>What is known of the run, for what can do without; null: nothing is, which is noted.</summary>
    public RunFacts? RunIfKnown()
    {
        foreach (var problem in runProblems)
        {
            Remark($"{problem.Where}: {problem.What}");
        }

        return runProblems.Count == 0 ? run : null;
    }

    /// <summary>Notes what a reader should know of an answer.</summary>
    public void Remark(string text)
    {
        if (!remarks.Contains(text))
        {
            remarks.Add(text);
        }
    }

    /// <summary>The number of an actor.</summary>
    /// <param name="where">The option or argument that names it, for messages.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidInputException">There is none of that name.</exception>
    public int ActorOf(string where, string name) => nameProblems.Count > 0 && !actors.ContainsKey(name)
        ? throw new InvalidInputException(nameProblems)
        : actors.TryGetValue(name, out var actor)
            ? actor
            : throw new InvalidInputException(where, $"There is no actor {name} in this run.", ActorSuggestion.For(name, names));

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

    /// <summary>The nodes that ended, in order of their ends.</summary>
    /// <exception cref="InvalidInputException">They were not recorded, or cannot be read.</exception>
    public Task<IReadOnlyList<NodeSpan>> ReadNodesAsync() =>
        ReadAsync(TraceFiles.Nodes, (run.Recorded.Nodes, run.Recorded.NodesEnded), TableRows.NodesAsync);

    /// <summary>The links, in the order of the file.</summary>
    /// <exception cref="InvalidInputException">They were not recorded, or cannot be read.</exception>
    public Task<IReadOnlyList<LinkSpan>> ReadLinksAsync() =>
        ReadAsync(TraceFiles.Links, (run.Recorded.Links, run.Recorded.AllLinks), TableRows.LinksAsync);

    /// <summary>The changes of the memory that tensors take, in order of the NPU, then of the time; null: the system does not track it.</summary>
    /// <exception cref="InvalidInputException">They cannot be read.</exception>
    public async Task<IReadOnlyList<MemoryChange>?> ReadMemoryAsync() =>
        File.Exists(PathOf(TraceFiles.Memory)) || (run.Figures?.Npus.Any(npu => npu.PeakMemory is not null) ?? false)
            ? await ReadAsync(TraceFiles.Memory, (0, 0), TableRows.MemoryAsync).ConfigureAwait(false)
            : null;

    /// <summary>The name of an NPU.</summary>
    public static string NpuName(int npu) => string.Create(CultureInfo.InvariantCulture, $"{NpuPrefix}{npu}");

    /// <summary>The name of an actor; that of an NPU is known without <c>actors.parquet</c>.</summary>
    /// <exception cref="InvalidInputException">That cannot be read, and the actor is no NPU.</exception>
    public string NameOf(int actor) => actor < NpuCount ? NpuName(actor) : ActorNames[actor];

    internal Task<TableReader> OpenMessagesAsync() => OpenAsTableAsync(TraceFiles.Messages);

    /// <summary>What was sent before this time is all in the trace, but for what filters left out; the greatest there is: all is.</summary>
    internal async Task<long> KnownBeforeNsAsync(TableReader messages) => LacksLastMessages
        ? messages.Rows.Count == 0 ? 0 : (await messages.ReadAsync(messages.Rows.Count - 1, MessageSchema.Sent).ConfigureAwait(false))[^1]
        : long.MaxValue;

    /// <summary>Says that something cannot be told, since messages are missing.</summary>
    internal InvalidInputException Lacking(string where, string what) => lacking.Contains(TraceFiles.Messages)
        ? new(where, $"{what} {TraceFiles.Messages} is cut off.", "Copy it again, or record the run again.")
        : !run.IsComplete
            ? new(where, $"{what} The disk was full when the run was recorded.", "Free room on the disk, and record the run again.")
            : run.IsFiltered
                ? new(where, $"{what} Filters left messages out.", "Record the run without filters.")
                : new(where, what);

    private string PathOf(string name) => Path.Combine(folder, name);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string name, (long Recorded, long All) rows, Func<TableReader, Task<IReadOnlyList<T>>> read)
    {
        if (rows.Recorded == 0 && rows.All > 0)
        {
            throw new InvalidInputException(PathOf(name), "Not recorded: the disk was full.", "Free room on the disk, and record the run again.");
        }

        var table = await OpenAsTableAsync(name).ConfigureAwait(false);
        await using var closes = table.ConfigureAwait(false);
        return await read(table).ConfigureAwait(false);
    }

    private async Task<TableReader> OpenAsTableAsync(string name)
    {
        var table = await TableReader.OpenAsync(PathOf(name)).ConfigureAwait(false);
        if (table.IsCut)
        {
            Remark(table.LacksRows
                ? string.Create(CultureInfo.InvariantCulture, $"{name} is cut off: the first {table.Rows.Sum(rows => (long)rows):N0} of {table.AllRows:N0} rows are there.")
                : $"{name} is cut off, but all of its rows are there.");
        }

        if (table.LacksRows)
        {
            lacking.Add(name);
        }

        return table;
    }
}
