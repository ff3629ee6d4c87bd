namespace ClusterSim.Hosting.Verification;

/// <summary>How a recorded case stands.</summary>
public enum CaseOutcome
{
    /// <summary>Every figure is as it was recorded.</summary>
    Exact,

    /// <summary>Some figure is not.</summary>
    Different,

    /// <summary>The case cannot be simulated: its input is wrong, or asks for what there is not.</summary>
    Invalid,

    /// <summary>The simulation failed.</summary>
    Failed,
}
