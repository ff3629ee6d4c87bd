namespace ClusterSim.Cluster.Membership;

/// <summary>What a node reports.</summary>
public enum NodeEvent
{
    /// <summary>It has started, and wants to become a member.</summary>
    Joining,

    /// <summary>It is a member.</summary>
    Up,

    /// <summary>It hands its work back and leaves.</summary>
    Leaving,

    /// <summary>It has left; the process ends.</summary>
    Left,

    /// <summary>The cluster runs another version; the process ends.</summary>
    Refused,

    /// <summary>It did not become a member in time; the process ends.</summary>
    NotJoined,

    /// <summary>The others have given it up, or it them. It joins anew.</summary>
    CutOff,

    /// <summary>Another member is there.</summary>
    MemberUp,

    /// <summary>Another member is silent.</summary>
    MemberUnreachable,

    /// <summary>Another member that was silent is heard again.</summary>
    MemberReachable,

    /// <summary>Another member has left, or was given up.</summary>
    MemberGone,

    /// <summary>Somebody of another version was kept out.</summary>
    RefusedOther,

    /// <summary>What is no failure but should be known.</summary>
    Warning,
}
