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

    /// <summary>Reads the files of NPU 0, 1 and so on.</summary>
    /// <exception cref="InvalidInputException">Files cannot be read or are wrong.</exception>
    public static TraceCollection Read(IReadOnlyList<string> files, TraceOptions options, TraceNouns nouns)
    {
        var read = new List<SharedTrace>();
        var problems = new List<Problem>();
        var first = EqualFiles.FirstEqual(files);
        foreach (var npus in Enumerable.Range(0, files.Count).GroupBy(npu => first[npu]))
        {
            try
            {
                var source = files[npus.Key];
                var trace = new SharedTrace(source, ChakraReader.ReadContent(source, options), [.. npus]);
                read.Add(trace);
                problems.AddRange(RankProblems(trace, files, nouns));
            }
            catch (InvalidInputException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }

        Throw(problems);
        return new TraceCollection(read);
    }

    /// <summary>Applies a check to each content.</summary>
    /// <exception cref="InvalidInputException">It found something wrong.</exception>
    public void Check(Action<SharedTrace, TraceProblems> check)
    {
        var problems = new List<Problem>();
        foreach (var trace in traces)
        {
            var found = new TraceProblems(trace.Source);
            check(trace, found);
            problems.AddRange(found.Problems);
        }

        Throw(problems);
    }

    /// <summary>The graph of each NPU.</summary>
    public IReadOnlyList<ExecutionGraph> Graphs()
    {
        var graphs = new ExecutionGraph[traces.Sum(trace => trace.Npus.Count)];
        foreach (var trace in traces)
        {
            foreach (var npu in trace.Npus)
            {
                graphs[npu] = trace.Content.Graph;
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
            foreach (var group in trace.Content.Graph.MetadataGroups)
            {
                var where = string.Create(CultureInfo.InvariantCulture, $"{trace.Source} node {group.NodeId}");
                yield return new GroupDefinition(group.Name, group.Ranks.Count == 0 ? everyone : group.Ranks, where);
            }
        }
    }

    private static IReadOnlyList<Problem> RankProblems(SharedTrace trace, IReadOnlyList<string> files, TraceNouns nouns)
    {
        var problems = new TraceProblems(trace.Source);
        foreach (var npu in trace.Npus)
        {
            foreach (var problem in trace.Content.References.ProblemsOf(npu, files.Count, nouns.One, files[npu]))
            {
                problems.Add(problem);
            }
        }

        return problems.Problems;
    }

    private static void Throw(List<Problem> problems)
    {
        if (problems.Count > Listed)
        {
            var more = string.Create(CultureInfo.InvariantCulture, $"{problems.Count - Listed:N0} more mistakes.");
            problems.RemoveRange(Listed, problems.Count - Listed);
            problems.Add(new Problem("traces", more));
        }

        if (problems.Count > 0)
        {
            throw new InvalidInputException(problems);
        }
    }
}
