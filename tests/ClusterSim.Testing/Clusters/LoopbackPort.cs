using System.Net;
using System.Net.Sockets;

namespace ClusterSim.Testing.Clusters;

/// <summary>Finds a port for what must know its port before it listens.</summary>
public static class LoopbackPort
{
    /// <summary>A port that nobody listens on now.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
