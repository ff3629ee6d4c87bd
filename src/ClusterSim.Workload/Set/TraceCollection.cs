using System.Globalization;
using ClusterSim.Core.Input;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>The traces of all NPUs, each content once.</summary>
internal sealed class TraceCollection
{
    private const int Listed = 100;

    private readonly IReadOnlyList<SharedTrace> traces;

    private TraceCollection(IReadOnlyList<SharedTrace> traces)
    {
        this.traces = traces;
    }

    /// <summary>Whether all process groups that METADATA nodes define are known.</summary>
    public bool HasAllGroups => traces.All(trace => trace.Content.HasAllGroups);

    /// <summary>Reads the files of NPU 0, 1 and so on, mistakes included.</summary>
    public static TraceCollection Read(IReadOnlyList<string> files, TraceOptions options, TraceNouns nouns)
    {
        var read = new List<SharedTrace>();
        var first = EqualFiles.FirstEqual(files);
        foreach (var npus in Enumerable.Range(0, files.Count).GroupBy(npu => first[npu]))
        {
            var source = files[npus.Key];
            var trace = new SharedTrace(source, ReadOne(source, options), [.. npus]);
            read.Add(trace);
            foreach (var npu in trace.Npus)
            {
                trace.Content.Problems.AddRange(trace.Content.References.ProblemsOf(npu, files.Count, nouns.One, files[npu]));
            }
        }

        return new TraceCollection(read);
    }

    /// <summary>Applies a check to the graph of each content that has one.</summary>
    public void Check(Action<SharedTrace, ExecutionGraph> check)
    {
        foreach (var trace in traces)
        {
            if (trace.Content.Graph is { } graph)
            {
                check(trace, graph);
            }
        }
    }

    /// <summary>Ends the reading if anything was found wrong.</summary>
    /// <param name="others">What is wrong beside the traces.</param>
    /// <exception cref="InvalidInputException">Something was.</exception>
    public void ThrowIfAny(IEnumerable<Problem> others)
    {
        Problem[] problems = [.. traces.SelectMany(trace => trace.Content.Problems.Problems), .. others];
        if (problems.Length > Listed)
        {
            var more = string.Create(CultureInfo.InvariantCulture, $"{problems.Length - Listed:N0} more mistakes.");
            problems = [.. problems[..Listed], new Problem("traces", more)];
        }

        if (problems.Length > 0)
        {
            throw new InvalidInputException(problems);
        }
    }

    /// <summary>The graph of each NPU, once nothing was found wrong.</summary>
    public IReadOnlyList<ExecutionGraph> Graphs()
    {
        var graphs = new ExecutionGraph[traces.Sum(trace => trace.Npus.Count)];
        foreach (var trace in traces)
        {
            foreach (var npu in trace.Npus)
            {
                graphs[npu] = trace.Content.Graph!;
            }
        }

        return graphs;
    }

    /// <summary>The groups that METADATA nodes define, NPU by NPU. Those without ranks hold all NPUs.</summary>
    public IEnumerable<GroupDefinition> MetadataGroups()
    {
        int[] everyone = [.. Enumerable.Range(0, traces.Sum(trace => trace.Npus.Count))];
        foreach (var trace in traces)
        {
            foreach (var group in trace.Content.Graph?.MetadataGroups ?? [])
            {
                var where = string.Create(CultureInfo.InvariantCulture, $"{Printable.Of(trace.Source)} node {group.NodeId}");
                yield return new GroupDefinition(group.Name, group.Ranks.Count == 0 ? everyone : group.Ranks, where);
            }
        }
    }

    /// <summary>What a file holds, mistakes included, of whatever kind they are.</summary>
    public static TraceContent ReadOne(string source, TraceOptions options)
    {
        try
        {
            return ChakraReader.ReadContent(source, options);
        }
        catch (InvalidInputException exception)
        {
            var problems = new TraceProblems(source);
            problems.AddRange(exception.Problems);
            return new TraceContent { Problems = problems };
        }
    }
}
