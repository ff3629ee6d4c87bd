using System.Globalization;
using Akka.Configuration;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Membership;

/// <summary>Akka's settings for the processes of a cluster.</summary>
internal static class AkkaSettings
{
    // Whatever is loaded from outside by name of a type, and whatever a stranger might stop or start, is off: Akka's serialisers
    // but the four that a cluster itself speaks with, and selections of actors by path but those that are listed.
    private const string Fixed =
        """
        akka {
          loggers = ["ClusterSim.Cluster.Logging.WarningLogger, ClusterSim.Cluster"]
          loglevel = WARNING
          stdout-loglevel = OFF
          log-dead-letters = off
          log-dead-letters-during-shutdown = off
          log-serializer-override-on-start = off
          # A wheel that turns a hundred times a second, as it does by itself, takes some hundredths of a core.
          scheduler.tick-duration = 50ms
          actor {
            serializers {
              json = "ClusterSim.Cluster.Wire.RefusingSerializer, ClusterSim.Cluster"
              bytes = "ClusterSim.Cluster.Wire.RefusingSerializer, ClusterSim.Cluster"
              proto = "ClusterSim.Cluster.Wire.RefusingSerializer, ClusterSim.Cluster"
              daemon-create = "ClusterSim.Cluster.Wire.RefusingSerializer, ClusterSim.Cluster"
              primitive = "ClusterSim.Cluster.Wire.RefusingSerializer, ClusterSim.Cluster"
              reliable-delivery = "ClusterSim.Cluster.Wire.RefusingSerializer, ClusterSim.Cluster"
              akka-misc = "ClusterSim.Cluster.Wire.NarrowedMiscSerializer, ClusterSim.Cluster"
            }
            serialization-settings {
              allow-unregistered-types = off
            }
          }
          remote {
            untrusted-mode = on
            retry-gate-closed-for = 1s
            dot-netty.tcp.batching.enabled = off
            # On Linux, .NET takes it to mean that two processes may share a port, and the second node would never be heard.
            dot-netty.tcp.tcp-reuse-addr = off
          }
          cluster {
            periodic-tasks-initial-delay = 50ms
            gossip-interval = 200ms
            leader-actions-interval = 200ms
            seed-node-timeout = 3s
            retry-unsuccessful-join-after = 2s
            split-brain-resolver.active-strategy = keep-majority
          }
          coordinated-shutdown {
            run-by-clr-shutdown-hook = off
            exit-clr = off
          }
        }
        """;

    /// <param name="node">The process.</param>
    /// <param name="roles">Its roles in the cluster; null: it is no member, and only asks.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="version">Of the program.</param>
    /// <param name="reachable">What members may select by path, beside what Akka itself needs.</param>
    public static Config Of(NodeOptions node, IReadOnlyList<string>? roles, int port, string version, IEnumerable<string> reachable)
    {
        var paths = reachable.Select(name => "/user/" + name)
            .Concat(["/system/cluster/core/daemon", "/system/cluster/core/daemon/heartbeatReceiver", "/system/cluster/heartbeatReceiver"]);
        var detection = node.FailureDetection;
        var own = string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            akka {
              actor.provider = {{(roles is null ? "remote" : "cluster")}}
              coordinated-shutdown.phases.before-service-unbind.timeout = {{Ms(HandingBack.Bound + HandingBack.Margin)}}
              remote {
                trusted-selection-paths = {{List(paths)}}
                dot-netty.tcp {
                  hostname = "{{node.Bind.Host}}"
                  port = {{port}}
                  enable-ssl = {{(node.Tls is null ? "off" : "on")}}
                  maximum-frame-size = {{node.Limits.Message.Bytes}}b
                  send-buffer-size = {{node.Limits.Message.Bytes}}b
                  receive-buffer-size = {{node.Limits.Message.Bytes}}b
                }
              }
              cluster {
                app-version = "{{version}}"
                roles = {{List(roles ?? [])}}
                failure-detector {
                  heartbeat-interval = {{Ms(detection.Heartbeat)}}
                  acceptable-heartbeat-pause = {{Ms(detection.Pause)}}
                }
                split-brain-resolver.stable-after = {{Ms(detection.StableAfter)}}
              }
            }
            """);
        return Public(node).WithFallback(ConfigurationFactory.ParseString(own)).WithFallback(ConfigurationFactory.ParseString(Fixed));
    }

    private static Config Public(NodeOptions node)
    {
        var host = node.PublicHost is { } publicHost ? $"akka.remote.dot-netty.tcp.public-hostname = \"{publicHost}\"\n" : "";
        var port = node.PublicPort is { } publicPort ? string.Create(CultureInfo.InvariantCulture, $"akka.remote.dot-netty.tcp.public-port = {publicPort}\n") : "";
        return ConfigurationFactory.ParseString(host + port);
    }

    private static string Ms(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0}ms");

    private static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(text => $"\"{text}\""))}]";
}
