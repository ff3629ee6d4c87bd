using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Network.Options;

namespace ClusterSim.Network.CongestionAware;

/// <summary>An actor that holds links of a network in which all are alike.</summary>
internal abstract class EqualLinkHolder(LinkNetwork network) : LinkHolder
{
    private readonly LinkTerms terms = network.Terms;

    // Chunks of one size follow each other, so the last answer is nearly always the next.
    private Transfer last = Transfer.Over(network.Terms, ByteSize.Zero);

    /// <summary>Sends a chunk over a link.</summary>
    protected void Forward(ref Link link, int slot, Hop hop, in Message chunk)
    {
        if (last.Size != chunk.Size)
        {
            last = Transfer.Over(terms, chunk.Size);
        }

        Deliver(Accept(ref link, slot, in last), hop, in chunk);
    }
}
