using Akka.Actor;

namespace ClusterSim.Cluster.Services;

/// <summary>
/// Work that a node does: an actor for each role. It runs on every node with its role, at <c>/user/NAME</c>, where members of the
/// cluster reach it. Whoever starts nodes lists the services once (<see cref="Membership.NodeParts"/>).
/// </summary>
/// <remarks>
/// Beside its own messages the actor answers two of its node: <see cref="DescribeWork"/> with a <see cref="WorkDescription"/>, and
/// <see cref="HandBackWork"/> with a <see cref="WorkHandedBack"/>. It lives as long as the node is a member; after the node was cut off,
/// a new one is made.
/// </remarks>
public interface INodeService
{
    /// <summary>Its place below <c>/user</c>: small letters and dashes.</summary>
    string Name { get; }

    /// <summary>The role that a node's file names to have it.</summary>
    string Role { get; }

    /// <summary>How its actor is made.</summary>
    Props CreateProps(NodeContext node);
}
