using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ClusterSim.Testing.Clusters;

/// <summary>
/// Stands between a process and all others, which know it by the proxy's port. A cut swallows what is sent, as a broken network does: no
/// connection is closed.
/// </summary>
public sealed class NetworkProxy : IDisposable
{
    private const int LongestBeginning = 1024;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int target;
    private readonly ConcurrentDictionary<int, bool> cutOrigins = new();
    private readonly ConcurrentBag<Socket> sockets = [];
    private readonly CancellationTokenSource end = new();
    private volatile TaskCompletionSource? cut;
    private volatile bool cutsAll;

    /// <param name="target">The port of the process behind it.</param>
    public NetworkProxy(int target)
    {
        this.target = target;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    /// <summary>The port by which others know the process.</summary>
    public int Port { get; }

    /// <summary>Cuts some of these processes off from all others.</summary>
    /// <param name="proxies">Those before all processes.</param>
    /// <param name="isolated">That before the process that is cut off.</param>
    public static void Isolate(IReadOnlyList<NetworkProxy> proxies, NetworkProxy isolated)
    {
        foreach (var proxy in proxies)
        {
            proxy.cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
            proxy.cutsAll = proxy == isolated;
            proxy.cutOrigins[isolated.Port] = true;
        }
    }

    /// <summary>Ends all cuts; what was swallowed comes through.</summary>
    public static void Heal(IReadOnlyList<NetworkProxy> proxies)
    {
        foreach (var proxy in proxies)
        {
            proxy.cutsAll = false;
            proxy.cutOrigins.Clear();
            proxy.cut?.TrySetResult();
        }
    }

    public void Dispose()
    {
        end.Cancel();
        listener.Dispose();
        foreach (var socket in sockets)
        {
            socket.Dispose();
        }

        end.Dispose();
    }

    // A connection begins with the address that its process is known by: in Protobuf, a host and then a port.
    internal static int? OriginOf(ReadOnlySpan<byte> beginning)
    {
        var host = beginning.IndexOf("\u0009127.0.0.1\u0018"u8);
        if (host < 0)
        {
            return null;
        }

        var port = 0;
        var shift = 0;
        foreach (var part in beginning[(host + "\u0009127.0.0.1\u0018"u8.Length)..])
        {
            port |= (part & 0x7f) << shift;
            shift += 7;
            if (part < 0x80)
            {
                return port;
            }
        }

        return null;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptSocketAsync(end.Token));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The proxy has ended.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        sockets.Add(client);
        sockets.Add(server);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, target, end.Token);
            var origin = new TaskCompletionSource<int?>(TaskCreationOptions.RunContinuationsAsynchronously);
            await Task.WhenAll(PumpAsync(client, server, origin, learns: true), PumpAsync(server, client, origin, learns: false));
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            client.Dispose();
            server.Dispose();
        }
    }

    private async Task PumpAsync(Socket from, Socket to, TaskCompletionSource<int?> origin, bool learns)
    {
        var buffer = new byte[1 << 16];
        var beginning = new List<byte>();
        while (true)
        {
            var read = await from.ReceiveAsync(buffer, end.Token);
            if (read == 0)
            {
                to.Shutdown(SocketShutdown.Send);
                return;
            }

            if (learns && !origin.Task.IsCompleted)
            {
                beginning.AddRange(buffer.AsSpan(0, read));
                Learn(CollectionsMarshal.AsSpan(beginning), origin);
            }

            // The beginning may come in pieces.
            if (origin.Task.IsCompleted || !learns)
            {
                await WaitWhileCutAsync(await origin.Task.WaitAsync(end.Token));
            }

            await to.SendAsync(buffer.AsMemory(0, read), end.Token);
        }
    }

    private static void Learn(ReadOnlySpan<byte> beginning, TaskCompletionSource<int?> origin)
    {
        if (OriginOf(beginning) is { } port)
        {
            origin.TrySetResult(port);
        }
        else if (beginning.Length > LongestBeginning)
        {
            origin.TrySetResult(null);
        }
    }

    private async Task WaitWhileCutAsync(int? origin)
    {
        while (cut is { } current && (cutsAll || (origin is { } port && cutOrigins.ContainsKey(port))))
        {
            await current.Task.WaitAsync(end.Token);
        }
    }
}
