using ClusterSim.Collectives.Results;
using ClusterSim.Core.Messages;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Hosting.Diagnosis;

/// <summary>Sends and receives of traces that wait for each other's other half.</summary>
internal sealed class TransferWaits(StuckRun run)
{
    /// <summary>Those of an NPU, by the nodes' order.</summary>
    public IEnumerable<OpenWait> Of(StuckNpu npu) =>
        Receives(npu).Concat(Sends(npu)).OrderBy(wait => wait.Node).Select(wait => wait.Open);

    private IEnumerable<(int Node, OpenWait Open)> Receives(StuckNpu npu) =>
        from receive in npu.Receives
        where receive.Node >= 0
        select (receive.Node, new OpenWait(npu.Npu, receive.Peer, () => Describe(npu, receive)));

    // Under rendezvous a send waits for its receiver's question, which knows peer and tag only.
    private IEnumerable<(int Node, OpenWait Open)> Sends(StuckNpu npu) =>
        from node in npu.Nodes
        where run.GraphOf(npu.Npu)[node].Kind == NodeKind.Send
        select (node, new OpenWait(npu.Npu, run.GraphOf(npu.Npu)[node].Peer, () => DescribeSend(npu.Npu, node)));

    private Wait Describe(StuckNpu npu, StuckTransfer receive)
    {
        var sent = npu.Chunks.FirstOrDefault(chunk =>
            chunk.Class == MessageClass.PointToPoint && chunk.Peer == receive.Peer && chunk.Tag == receive.Tag);
        var progress = run.ProgressOf(receive.Peer);
        var sender = progress.FirstOpen(
            NodeKind.Send, npu.Npu, node => node.Tag == receive.Tag && run.System.Scaled(node.Size) == receive.Size);
        var why = sender is { } open ? NotCome(receive.Peer, open, "sends it")
            : progress.HasFinished ? $"npu/{receive.Peer} has finished without sending it"
            : $"npu/{receive.Peer} has not sent it, and has no such send left";
        return run.At(
            WaitKind.Receive,
            npu.Npu,
            receive.Peer,
            receive.Node,
            $"receive of {receive.Size}, tag {receive.Tag}",
            sent is null ? why : $"{why}; it sent {sent.Size} with that tag, which nobody received");
    }

    private Wait DescribeSend(int npu, int node)
    {
        var send = run.GraphOf(npu)[node];
        var progress = run.ProgressOf(send.Peer);
        var why = progress.FirstOpen(NodeKind.Receive, npu, other => other.Tag == send.Tag) is { } open ? NotCome(send.Peer, open, "receives it")
            : progress.HasFinished ? $"npu/{send.Peer} has finished without receiving it"
            : $"npu/{send.Peer} has not asked for it, and has no such receive left";
        return run.At(WaitKind.Send, npu, send.Peer, node, $"send of {run.System.Scaled(send.Size)}, tag {send.Tag}, by rendezvous", why);
    }

    private string NotCome(int npu, int node, string whatItDoes)
    {
        var name = $"node {run.GraphOf(npu)[node].Id} {run.NameOf(npu, node)}".TrimEnd();
        return run.ProgressOf(npu).IsRunning(node)
            ? $"npu/{npu} is at its {name}, which {whatItDoes}, and does not come on"
            : $"npu/{npu} has not come to its {name}, which {whatItDoes}";
    }
}
