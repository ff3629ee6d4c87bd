using System.Diagnostics.CodeAnalysis;
using ClusterSim.Core.Units;
using ClusterSim.Network.CongestionAware;
using ClusterSim.Network.Options;
using ClusterSim.Network.Routing;

namespace ClusterSim.Network.Fabrics;

/// <summary>A link of a fabric while it works, with what the last chunk took of it.</summary>
internal struct FabricLink(int to, LinkTimes times)
{
    /// <summary>The link itself.</summary>
    public Link Server;

    /// <summary>The flow of the last chunk.</summary>
    public FlowKey LastFlow;

    /// <summary>Where the last chunk was taken.</summary>
    public Hop LastHop;

    private SimTime until = SimTime.Zero;
    private LinkTerms terms;
    private Transfer last;

    /// <summary>The device that it leads to.</summary>
    public readonly int To => to;

    /// <summary>What a chunk takes of the link.</summary>
    /// <returns>Whether the link is up.</returns>
    public bool TryAccept(SimTime now, ByteSize size)
    {
        if (now >= until)
        {
            if (times.At(now, out var next) is not { } valid)
            {
                return false;
            }

            (terms, until) = (valid, next);
            last = Transfer.Over(terms, size);
        }
        else if (last.Size != size)
        {
            last = Transfer.Over(terms, size);
        }

        return true;
    }

    /// <summary>What the chunk takes that was asked for last.</summary>
    [UnscopedRef]
    public readonly ref readonly Transfer Last => ref last;
}
