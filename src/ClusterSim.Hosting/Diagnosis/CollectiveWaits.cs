using ClusterSim.Collectives.Results;
using ClusterSim.Core.Messages;

namespace ClusterSim.Hosting.Diagnosis;

/// <summary>Collectives that wait for members, or for chunks of members.</summary>
internal sealed class CollectiveWaits(StuckRun run, StuckCalls calls)
{
    private const int AllNpus = -1;

    private readonly Dictionary<(int Group, long FirstStream), int[]> absent = [];

    /// <summary>Those of an NPU, by the nodes' order.</summary>
    public IEnumerable<OpenWait> Of(StuckNpu npu) => npu.Collectives.SelectMany(call => Of(npu, call)).Concat(Unknown(npu));

    private IEnumerable<OpenWait> Of(StuckNpu npu, StuckCollective call)
    {
        var missing = AbsentFrom(call);
        if (missing.Length > 0)
        {
            return missing.Where(other => other != npu.Npu).Select(other => new OpenWait(npu.Npu, other, () => At(
                WaitKind.Call,
                npu.Npu,
                other,
                call,
                run.ProgressOf(other).HasFinished ? $"npu/{other} has finished without calling it" : $"npu/{other} has not called it")));
        }

        var chunks = npu.Receives.Where(receive => IsOf(receive, npu, call)).GroupBy(receive => receive.Peer).ToArray();
        if (chunks.Length == 0 && IsCustom(npu, call) && npu.Receives.Any(IsOfCustomTrace))
        {
            // It may be this one that receives; what it waits for is told with the receives.
            return [];
        }

        return chunks.Length == 0
            ? [new OpenWait(npu.Npu, null, () => At(WaitKind.Turn, npu.Npu, null, call, WhyItWaits(npu, call)))]
            : chunks.Select(ofPeer => new OpenWait(npu.Npu, ofPeer.Key, () => At(WaitKind.Chunk, npu.Npu, ofPeer.Key, call, Missing(ofPeer))));
    }

    // Of a custom collective's trace. Where the NPU is in several of them, no node can be named.
    private IEnumerable<OpenWait> Unknown(StuckNpu npu)
    {
        var custom = npu.Collectives.Where(call => IsCustom(npu, call)).ToArray();
        return npu.Receives.Where(IsOfCustomTrace).Select(receive => new OpenWait(npu.Npu, receive.Peer, () => custom is [var only]
            ? At(WaitKind.Chunk, npu.Npu, receive.Peer, only, $"npu/{receive.Peer} has not sent what its trace receives, {receive.Size}, tag {receive.Tag}")
            : new Wait(
                WaitKind.Chunk,
                npu.Npu,
                receive.Peer,
                null,
                "",
                $"a custom collective's receive of {receive.Size}, tag {receive.Tag}",
                $"npu/{receive.Peer} has not sent it")));
    }

    // Under the rendezvous protocol a send of a custom trace is told from others by nothing.
    private string WhyItWaits(StuckNpu npu, StuckCollective call) =>
        "all have called it, and it waits for its turn behind other collectives"
        + (IsCustom(npu, call) && npu.Receives.Any(receive => receive.Class == MessageClass.Control) ? ", or until it is asked for what its trace sends" : "");

    private static bool IsOfCustomTrace(StuckTransfer receive) => receive.Node < 0 && receive.Class == MessageClass.PointToPoint;

    private bool IsCustom(StuckNpu npu, StuckCollective call) =>
        run.System.PerNodeImplementations.ContainsKey(run.GraphOf(npu.Npu)[call.Node].Id) || run.System.Implementations[call.Kind].Custom is not null;

    private static string Missing(IGrouping<int, StuckTransfer> ofPeer)
    {
        var first = ofPeer.First();
        var more = ofPeer.Count() > 1 ? $", nor {ofPeer.Count() - 1} more" : "";
        return first.Class == MessageClass.Control
            ? $"npu/{ofPeer.Key} has not asked for its chunk of stream {first.Tag}{more}"
            : $"npu/{ofPeer.Key} has not sent its chunk of {first.Size}, stream {first.Tag}{more}";
    }

    private Wait At(WaitKind kind, int npu, int? other, StuckCollective call, string why) =>
        run.At(kind, npu, other, call.Node, StuckCalls.NameOf(call), why);

    // A chunk's tag is its stream, and the streams of a collective follow each other.
    private bool IsOf(StuckTransfer receive, StuckNpu npu, StuckCollective call) =>
        receive.Node < 0
        && receive.Class != MessageClass.PointToPoint
        && !IsOfASend(receive, npu)
        && ReferenceEquals(StuckCalls.CallOf(npu, receive.Tag), call);

    private bool IsOfASend(StuckTransfer receive, StuckNpu npu) => receive.Class == MessageClass.Control && npu.Nodes.Any(node =>
    {
        ref readonly var sent = ref run.GraphOf(npu.Npu)[node];
        return sent.Kind == Workload.Graph.NodeKind.Send && sent.Peer == receive.Peer && sent.Tag == receive.Tag;
    });

    private int[] AbsentFrom(StuckCollective call)
    {
        var group = call.Group is null ? AllNpus : run.Workload.Groups[call.Group].Id;
        var key = (group, call.FirstStream);
        return absent.TryGetValue(key, out var known)
            ? known
            : absent[key] = [.. calls.RanksOf(call).Where(rank => !run.HasCalled(rank, group, call.FirstStream)).Order()];
    }
}
