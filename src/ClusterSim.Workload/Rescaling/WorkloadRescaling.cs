using ClusterSim.Core.Input;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Set;
using Google.Protobuf;

namespace ClusterSim.Workload.Rescaling;

/// <summary>
/// Makes traces for more or fewer NPUs out of traces, by data-parallel replication. NPU k * N + r of many is replica k of NPU r of N. Nodes are
/// read and written one by one, so that a trace may be larger than memory.
/// </summary>
public sealed class WorkloadRescaling
{
    private readonly IReadOnlyList<string> files;
    private readonly RescaleRequest request;
    private readonly TraceSurvey survey;
    private readonly GroupGrowth growth;

    private WorkloadRescaling(IReadOnlyList<string> files, RescaleRequest request, TraceSurvey survey, GroupGrowth growth, IReadOnlyList<string> notes)
    {
        this.files = files;
        this.request = request;
        this.survey = survey;
        this.growth = growth;
        Notes = notes;
    }

    /// <summary>The process groups of the new traces; none if there are none.</summary>
    public IReadOnlyList<ProcessGroup> Groups => growth.Groups;

    /// <summary>What a user should know of the outcome.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Looks at traces and decides what becomes of them.</summary>
    /// <param name="prefix">Folder and beginning of the files' names; all of them, from 0 on.</param>
    /// <param name="groups">The process groups that are defined beside the traces.</param>
    /// <param name="request">What is wanted.</param>
    /// <exception cref="InvalidInputException">The traces are wrong, or cannot be made what is wanted. Lists all mistakes, if they are few.</exception>
    public static WorkloadRescaling Plan(string prefix, IReadOnlyList<GroupDefinition> groups, RescaleRequest request)
    {
        var count = TraceFiles.Of(prefix) is [.., var last] ? last.Rank + 1 : 1;
        var paths = TraceFolder.Find(prefix, count, TraceNouns.Workload);
        var problems = new ProblemList();
        var found = new TraceSurvey(paths, groups, problems);
        var check = new RescaleCheck(found, count, request, problems);
        check.Run();
        problems.ThrowIfAny();
        var outcome = new GroupGrowth(found.Groups.Values, count, request.NpuCount, check.DataParallel, check.UsesAll);
        return new WorkloadRescaling(paths, request, found, outcome, check.Notes);
    }

    /// <summary>Writes the trace of an NPU.</summary>
    /// <param name="npu">The NPU, from 0.</param>
    /// <param name="output">Where it goes; stays open.</param>
    /// <param name="cancellation">Ends the writing between two nodes.</param>
    public void Write(int npu, Stream output, CancellationToken cancellation = default)
    {
        var (replica, source) = Math.DivRem(npu, files.Count);
        InputFile.Read(files[source], trace =>
        {
            if (request.NpuCount == files.Count)
            {
                trace.CopyTo(output);
                return true;
            }

            using var writer = new CodedOutputStream(output, leaveOpen: true);
            var rescaler = new NodeRescaler(growth, survey.Groups, files.Count, request.NpuCount, replica, request.KeepSizes);
            var messages = new DelimitedMessages(trace);
            while (messages.Next())
            {
                cancellation.ThrowIfCancellationRequested();
                var changed = messages.Ordinal == 0 ? null : rescaler.Change(messages.Current);
                Write(writer, changed, messages.Current);
            }

            return true;
        });
    }

    private static void Write(CodedOutputStream writer, Node? changed, ReadOnlySpan<byte> original)
    {
        if (changed is not null)
        {
            writer.WriteMessage(changed);
        }
        else
        {
            writer.WriteBytes(ByteString.CopyFrom(original));
        }
    }
}
