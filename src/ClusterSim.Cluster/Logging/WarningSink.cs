using Akka.Actor.Setup;

namespace ClusterSim.Cluster.Logging;

/// <summary>Where warnings of an actor system go, a line each.</summary>
internal sealed class WarningSink(Action<string> write) : Setup
{
    public void Write(string line) => write(line);
}
