using ClusterSim.Core;

namespace ClusterSim.Hosting.Diagnosis;

/// <summary>A simulation could not be brought to its end, and more is known of it than a sentence.</summary>
public sealed class DiagnosedFailureException : SimulationFailedException
{
    public DiagnosedFailureException(RunDiagnosis diagnosis)
        : base(diagnosis.Text)
    {
        Diagnosis = diagnosis;
    }

    public DiagnosedFailureException(RunDiagnosis diagnosis, Exception cause)
        : base(diagnosis.Text, cause)
    {
        Diagnosis = diagnosis;
    }

    /// <summary>All that is known.</summary>
    public RunDiagnosis Diagnosis { get; }
}
