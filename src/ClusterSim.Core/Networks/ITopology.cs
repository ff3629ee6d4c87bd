namespace ClusterSim.Core.Networks;

/// <summary>
/// A shape in which the NPUs of one network dimension are joined. Devices 0 to size - 1 are the NPUs; further ones are
/// switches. Implementations hold no state.
/// </summary>
public interface ITopology
{
    /// <summary>The name in network files.</summary>
    string Name { get; }

    /// <summary>How many links a chunk crosses from one NPU to another, when nobody else is on the way.</summary>
    int Hops(int source, int destination, int size);

    /// <summary>How many devices there are beside the NPUs.</summary>
    int SwitchCount(int size);

    /// <summary>The devices to which links leave a device; a link's place in this list is its slot.</summary>
    IReadOnlyList<int> LinksFrom(int device, int size);

    /// <summary>The slot of the link by which a device forwards what is for an NPU other than itself.</summary>
    int NextLink(int device, int destination, int size);
}
