using Akka.Actor;
using Akka.Configuration;

namespace ClusterSim.Sweeps.Running;

/// <summary>The actor system of a sweep that runs in one process: it opens no port and sends nothing anywhere, so it serialises nothing.</summary>
internal static class EmbeddedSystem
{
    private const string Settings = """
        akka {
          loggers = []
          loglevel = OFF
          stdout-loglevel = OFF
          log-dead-letters = off
          log-dead-letters-during-shutdown = off
          actor.serializers.json = "ClusterSim.Engine.RefusingSerializer, ClusterSim.Engine"
          actor.serialization-identifiers."ClusterSim.Engine.RefusingSerializer, ClusterSim.Engine" = 7701
          coordinated-shutdown {
            run-by-clr-shutdown-hook = off
            run-by-actor-system-terminate = off
          }
        }
        """;

    public static ActorSystem Start() => ActorSystem.Create("sweep", ConfigurationFactory.ParseString(Settings));
}
