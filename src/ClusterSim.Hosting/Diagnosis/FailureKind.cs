namespace ClusterSim.Hosting.Diagnosis;

/// <summary>How a run came to no result.</summary>
public enum FailureKind
{
    /// <summary>No message is left, and NPUs have not finished.</summary>
    Stuck,

    /// <summary>An actor threw an exception.</summary>
    ActorFailed,
}
