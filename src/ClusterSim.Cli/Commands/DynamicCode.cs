namespace ClusterSim.Cli.Commands;

/// <summary>Compiling at run time, which the program is built without: it starts sooner.</summary>
internal static class DynamicCode
{
    /// <summary>
    /// Turns it on, for processes that talk to others: Akka's remoting is made of expressions, which otherwise are interpreted at each
    /// message and take twice as long. To be called before anything else uses it.
    /// </summary>
    public static void Enable() => AppContext.SetSwitch("System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported", true);
}
