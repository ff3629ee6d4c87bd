using System.Globalization;
using ClusterSim.Core.Input;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Workload.Rescaling;

/// <summary>Reads all traces of a workload, one after the other, and keeps of each only what concerns other NPUs.</summary>
internal sealed class TraceSurvey
{
    // Nothing is run, so that collectives of all kinds will do.
    private static readonly TraceOptions Options = new() { ReplayOnly = true };

    private readonly IReadOnlyList<string> files;
    private readonly List<GroupDefinition> definitions;
    private readonly ProblemList problems;
    private readonly TraceFacts[] facts;

    /// <param name="files">The file of each NPU.</param>
    /// <param name="definitions">The process groups that are defined beside the traces.</param>
    /// <param name="problems">Where mistakes go.</param>
    public TraceSurvey(IReadOnlyList<string> files, IEnumerable<GroupDefinition> definitions, ProblemList problems)
    {
        this.files = files;
        this.definitions = [.. definitions];
        this.problems = problems;
        facts = new TraceFacts[files.Count];
        var first = EqualFiles.FirstEqual(files);
        for (var npu = 0; npu < files.Count; npu++)
        {
            facts[npu] = first[npu] == npu ? Read(npu) : facts[first[npu]];
        }

        Groups = ProcessGroups.Combine(this.definitions, files.Count, problems);
        CheckGroups();
    }

    /// <summary>What each NPU's trace asks of others.</summary>
    public IReadOnlyList<TraceFacts> OfNpu => facts;

    /// <summary>All process groups but those that stand for all NPUs, by name.</summary>
    public IReadOnlyDictionary<string, ProcessGroup> Groups { get; }

    private TraceFacts Read(int npu)
    {
        var content = TraceCollection.ReadOne(files[npu], Options);
        problems.AddRange(content.Problems.Problems);
        if (content.Graph is not { } graph || !content.Problems.IsEmpty)
        {
            return new TraceFacts();
        }

        int[] everyone = [.. Enumerable.Range(0, files.Count)];
        definitions.AddRange(graph.MetadataGroups.Select(group => new GroupDefinition(
            group.Name, group.Ranks.Count == 0 ? everyone : group.Ranks, string.Create(CultureInfo.InvariantCulture, $"{Printable.Of(files[npu])} node {group.NodeId}"))));
        return Collect(npu, graph);
    }

    private TraceFacts Collect(int npu, ExecutionGraph graph)
    {
        var (ofAll, ofDimensions) = (false, false);
        var peers = new SortedDictionary<int, string>();
        for (var i = 0; i < graph.Count; i++)
        {
            ref readonly var node = ref graph[i];
            if (node.Kind is NodeKind.Send or NodeKind.Receive && !peers.ContainsKey(node.Peer))
            {
                peers.Add(node.Peer, $"{Printable.Of(files[npu])} node {TraceProblems.Describe(node.Id, graph.Names[i])}");
            }
            else if (node.Kind == NodeKind.Collective && node.Group < 0)
            {
                ofAll |= node.InvolvedDimensions == uint.MaxValue;
                ofDimensions |= node.InvolvedDimensions != uint.MaxValue;
            }
        }

        foreach (var (peer, node) in peers.Where(pair => pair.Key >= files.Count))
        {
            problems.Add(node, $"It names NPU {peer}; allowed: 0 to {files.Count - 1}.");
        }

        return new TraceFacts { Groups = graph.GroupNames, HasCollectivesOfAll = ofAll, HasCollectivesOfDimensions = ofDimensions, Peers = peers };
    }

    private void CheckGroups()
    {
        foreach (var (npu, used) in facts.Index())
        {
            foreach (var name in used.Groups)
            {
                if (!Groups.TryGetValue(name, out var group))
                {
                    problems.Add(
                        Printable.Of(files[npu]),
                        $"Its group {Printable.Name(name)} is not defined.",
                        "Define it in a file of process groups (--groups), or in a METADATA node.");
                }
                else if (group.IsWhole && !group.Ranks.Contains(npu))
                {
                    problems.Add(Printable.Of(files[npu]), $"NPU {npu} runs a collective of group {Printable.Name(name)}, which has the NPUs {NpuList.Text(group.Ranks)}.");
                }
            }
        }
    }
}
