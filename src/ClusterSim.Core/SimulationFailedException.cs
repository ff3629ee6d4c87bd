namespace ClusterSim.Core;

/// <summary>The input was accepted, but the simulation could not be brought to its end.</summary>
public class SimulationFailedException : Exception
{
    public SimulationFailedException(string message)
        : base(message)
    {
    }

    public SimulationFailedException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
