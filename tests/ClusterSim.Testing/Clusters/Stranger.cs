using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Serialization;

namespace ClusterSim.Testing.Clusters;

/// <summary>Somebody who speaks Akka's protocol, and sends to nodes what they must not take.</summary>
public sealed class Stranger : IDisposable
{
    private readonly ActorSystem system;

    public Stranger()
    {
        var config = ConfigurationFactory.ParseString(
            """
            akka {
              loggers = []
              loglevel = OFF
              stdout-loglevel = OFF
              log-dead-letters = off
              actor.provider = remote
              remote.dot-netty.tcp {
                hostname = "127.0.0.1"
                port = 0
              }
            }
            """);
        var serializers = SerializationSetup.Create(extended =>
            [SerializerDetails.Create("forged", new ForgingSerializer(extended), [typeof(ForgedMessage)])]);
        system = ActorSystem.Create("stranger", ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(config), serializers));
    }

    /// <summary>Sends to an actor of a node whatever Akka can send.</summary>
    /// <param name="node">Host and port.</param>
    /// <param name="path">The actor's path, such as <c>user/gate</c>.</param>
    /// <param name="message">The message.</param>
    public void Send(string node, string path, object message) => Resolve(node, path).Tell(message, ActorRefs.NoSender);

    /// <summary>Sends raw bytes to a node's port.</summary>
    public static async Task SendRawAsync(string node, byte[] bytes, CancellationToken cancellation)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPEndPoint.Parse(node), cancellation);
        await socket.SendAsync(bytes, cancellation);
    }

    public void Dispose() => system.Dispose();

    private IActorRef Resolve(string node, string path) => ((ExtendedActorSystem)system).Provider.ResolveActorRef($"akka.tcp://clustersim@{node}/{path}");
}
