using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;

namespace ClusterSim.Network.Routing;

/// <summary>
/// By which links chunks travel. Asked by all partitions at once, so answers depend on nothing but what is asked. Where links go down and
/// come up, time has epochs, in each of which ways stay as they are.
/// </summary>
internal interface IRouting
{
    /// <summary>Stands for the slot of a link where none leads on.</summary>
    const int NoWay = -1;

    /// <summary>Which chunks for one NPU may leave a device by different links.</summary>
    FlowKind Flows { get; }

    /// <summary>Whether ways change in the course of a run.</summary>
    bool HasEpochs { get; }

    /// <summary>The number of the epoch that a time lies in, from 0.</summary>
    int EpochAt(SimTime time);

    /// <summary>The slot of the link by which a device forwards a chunk that is for another one; <see cref="NoWay"/>: there is none.</summary>
    int NextLink(int device, in Message chunk, int epoch);

    /// <summary>How many links there are from an NPU, or where there are epochs from any device, to an NPU; <see cref="NoWay"/>: there is no way.</summary>
    int Hops(int device, int destination, int epoch);
}
