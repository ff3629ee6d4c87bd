namespace ClusterSim.Cli;

/// <summary>What the user wants of a command cannot be written.</summary>
internal sealed class OutputFailedException(string name, Exception cause) : Exception($"{name} cannot be written: {Reason(cause)}.", cause)
{
    // The runtime adds the file behind a colon, which the name says already.
    private static string Reason(Exception cause) => cause.GetBaseException().Message.Split(" : ")[0].TrimEnd('.');
}
