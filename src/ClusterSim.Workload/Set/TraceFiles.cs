using ClusterSim.Core.Input;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>Loads the traces of all NPUs. NPUs whose files have equal content share one graph.</summary>
public static class TraceFiles
{
    /// <summary>The path of a prefix's trace of a rank.</summary>
    public static string PathOf(string prefix, int rank) => TraceFolder.PathOf(prefix, rank);

    /// <summary>The rank in the name of a trace; null: it has none.</summary>
    public static int? RankOf(string path) => TraceFolder.RankOf(path);

    /// <summary>All traces of a prefix in the order of their ranks; none where there is no such folder.</summary>
    public static IReadOnlyList<(int Rank, string Path)> Of(string prefix) => TraceFolder.All(prefix);

    /// <summary>Loads <c>prefix.0.et</c> to <c>prefix.(N-1).et</c> as a workload of N NPUs.</summary>
    /// <param name="prefix">Folder and beginning of the files' names. Further traces of the prefix are ignored.</param>
    /// <param name="npuCount">How many NPUs the network has.</param>
    /// <param name="options">What is wanted of the traces; null: the defaults.</param>
    /// <param name="groups">The groups of a process group file, in its order; null: none. Those of METADATA nodes join them.</param>
    /// <exception cref="InvalidInputException">Traces are missing or wrong, or groups are. Lists all mistakes, if they are few.</exception>
    public static WorkloadSet Load(
        string prefix, int npuCount, TraceOptions? options = null, IReadOnlyList<GroupDefinition>? groups = null) =>
        Load(prefix, TraceFolder.Find(prefix, npuCount, TraceNouns.Workload), options, groups);

    /// <summary>Loads a workload from one file for each NPU; several NPUs may have the same file.</summary>
    /// <param name="name">What the workload is called.</param>
    /// <param name="files">The files of NPU 0, 1 and so on.</param>
    /// <param name="options">What is wanted of the traces; null: the defaults.</param>
    /// <param name="groups">As in the other overload.</param>
    /// <exception cref="InvalidInputException">As in the other overload.</exception>
    public static WorkloadSet Load(
        string name, IReadOnlyList<string> files, TraceOptions? options = null, IReadOnlyList<GroupDefinition>? groups = null)
    {
        options ??= new TraceOptions();
        var traces = TraceCollection.Read(files, options, TraceNouns.Workload);
        var problems = new ProblemList();
        var groupsByName = ProcessGroups.Combine([.. groups ?? [], .. traces.MetadataGroups()], files.Count, problems);
        if (!options.ReplayOnly)
        {
            var checks = new GroupChecks(groupsByName, areAllKnown: options.HasAllGroups && traces.HasAllGroups);
            traces.Check(checks.Check);
            traces.Check(new RootCheck(groupsByName, files.Count).Check);
            if (!options.HasRemoteMemory)
            {
                traces.Check(MemoryNodeCheck.Check);
            }
        }

        traces.ThrowIfAny(problems.Problems);
        return new WorkloadSet(name, traces.Graphs(), groupsByName);
    }

    /// <summary>Loads <c>prefix.0.et</c> to <c>prefix.(N-1).et</c> as the algorithm of a custom collective among N ranks.</summary>
    /// <param name="prefix">Folder and beginning of the files' names.</param>
    /// <param name="rankCount">How many ranks the collective has.</param>
    /// <returns>The graph of each rank: sends, receives and compute nodes.</returns>
    /// <exception cref="InvalidInputException">Traces are missing or wrong. Lists all mistakes, if they are few.</exception>
    public static IReadOnlyList<ExecutionGraph> LoadCustomCollective(string prefix, int rankCount)
    {
        var nouns = TraceNouns.CustomCollective;
        var traces = TraceCollection.Read(TraceFolder.Find(prefix, rankCount, nouns), new TraceOptions(), nouns);
        traces.Check(CheckKinds);
        traces.ThrowIfAny([]);
        return traces.Graphs();
    }

    private static void CheckKinds(SharedTrace trace, ExecutionGraph graph)
    {
        for (var i = 0; i < graph.Count; i++)
        {
            if (graph[i].Kind is not (NodeKind.Send or NodeKind.Receive or NodeKind.Compute))
            {
                trace.Content.Problems.Add(
                    graph[i].Id,
                    graph.Names[i],
                    $"Its kind is {graph[i].Kind}; allowed in the trace of a custom collective: sends, receives and compute nodes.");
            }
        }
    }
}
