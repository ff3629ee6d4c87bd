using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>A message that is not received as often as it is sent: how often each, and where first.</summary>
internal sealed class UnmatchedMessage(MessageKey key)
{
    private string firstSend = "";
    private string firstReceive = "";

    public MessageKey Key => key;

    public int Sends { get; private set; }

    public int Receives { get; private set; }

    public void Add(in TraceNode node, string name)
    {
        if (node.Kind == NodeKind.Send)
        {
            firstSend = Sends++ == 0 ? TraceProblems.Describe(node.Id, name) : firstSend;
        }
        else
        {
            firstReceive = Receives++ == 0 ? TraceProblems.Describe(node.Id, name) : firstReceive;
        }
    }

    /// <summary>Whether this one is only received, the other only sent, as often, and one was probably meant for the other.</summary>
    public bool IsNear(UnmatchedMessage other) =>
        Sends == 0 && other.Receives == 0 && Receives == other.Sends && Key.IsNear(other.Key);

    /// <summary>What is wrong with more receives than sends, in a sentence.</summary>
    public string Describe()
    {
        var (source, destination) = (Key.Source, Key.Destination);
        return Sends == 0
            ? $"NPU {destination} receives {Key.Content} from NPU {source}{Times(Receives)} (node {firstReceive}), which never sends it."
            : $"NPU {source} sends {Key.Content} to NPU {destination}{Times(Sends)} (node {firstSend}), which receives it{Times(Receives)} "
                + $"(node {firstReceive}).";
    }

    /// <summary>What is wrong between a receive and the send that was probably meant for it, in a sentence.</summary>
    public string Describe(UnmatchedMessage send) =>
        $"NPU {Key.Source} sends {send.Key.Content} to NPU {Key.Destination}{Times(send.Sends)} (node {send.firstSend}), which "
        + $"expects {Key.Content} (node {firstReceive}).";

    private static string Times(int count) => count == 1 ? "" : $" {count} times";
}
