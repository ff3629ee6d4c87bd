using Akka.Actor;
using Akka.Configuration;

namespace ClusterSim.Engine;

/// <summary>Actor systems for work in one process: they open no port and send nothing anywhere, so they serialise nothing.</summary>
public static class EmbeddedSystem
{
    private const string Settings = """
        akka {
          loggers = []
          loglevel = OFF
          stdout-loglevel = OFF
          log-dead-letters = off
          log-dead-letters-during-shutdown = off
          # A wheel that turns a hundred times a second, as it does by itself, takes some hundredths of a core.
          scheduler.tick-duration = 50ms
          actor.serializers.json = "ClusterSim.Engine.RefusingSerializer, ClusterSim.Engine"
          actor.serialization-identifiers."ClusterSim.Engine.RefusingSerializer, ClusterSim.Engine" = 7701
          coordinated-shutdown {
            run-by-clr-shutdown-hook = off
            run-by-actor-system-terminate = off
          }
        }
        """;

    /// <summary>Starts one, which takes some tens of milliseconds.</summary>
    public static ActorSystem Start() => ActorSystem.Create("clustersim", ConfigurationFactory.ParseString(Settings));
}
