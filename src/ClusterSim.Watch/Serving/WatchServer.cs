using System.Net;
using System.Net.Sockets;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Nodes;
using ClusterSim.Watch.Following;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClusterSim.Watch.Serving;

/// <summary>Serves the page of what is watched, until it is disposed.</summary>
public sealed class WatchServer : IAsyncDisposable
{
    // More browsers than these are not answered.
    private const int MostConnections = 64;

    // Who does not take the last snapshot by then does without.
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(1);

    private readonly WebApplication server;

    private WatchServer(WebApplication server, HostPort address)
    {
        this.server = server;
        var port = new Uri(server.Urls.Single()).Port;
        var host = HostPort.IsAnyHost(address.Host) ? Environment.MachineName : address.Host;
        Url = $"http://{new HostPort(host, port)}/";
    }

    /// <summary>Where a browser finds the page.</summary>
    public string Url { get; }

    /// <summary>Begins to listen.</summary>
    /// <param name="watched">What the page shows.</param>
    /// <param name="address">Where to listen; port 0: any free one.</param>
    /// <param name="place">What the user gave the address by, for messages.</param>
    /// <param name="clock">Time.</param>
    /// <exception cref="InvalidInputException">It cannot listen there.</exception>
    public static async Task<WatchServer> StartAsync(Watched watched, HostPort address, string place, TimeProvider clock)
    {
        WebApplication? application = null;
        try
        {
            application = Build(await ResolveAsync(address), watched, address, clock);
            await application.StartAsync();
            return new WatchServer(application, address);
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            if (application is not null)
            {
                await application.DisposeAsync();
            }

            throw new InvalidInputException(place, Why(address, error), "Give another address or port, or leave it out: then the system gives a free port.");
        }
    }

    /// <summary>Ends within moments, whatever browsers do.</summary>
    public async ValueTask DisposeAsync()
    {
        using var bound = new CancellationTokenSource(TimeToEnd);
        await server.StopAsync(bound.Token);
        await server.DisposeAsync();
    }

    // Empty: no settings from files and the environment, no logging, nothing that it does by itself.
    private static WebApplication Build(IPEndPoint end, Watched watched, HostPort address, TimeProvider clock)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Listen(end, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var application = builder.Build();
        var handler = new RequestHandler(watched, new HostGuard(address, Environment.MachineName), new SnapshotStream(watched, clock));
        application.Run(handler.HandleAsync);
        return application;
    }

    private static async Task<IPEndPoint> ResolveAsync(HostPort address)
    {
        if (IPAddress.TryParse(address.Host, out var given))
        {
            return new IPEndPoint(given, address.Port);
        }

        return address.IsLoopback
            ? new IPEndPoint(IPAddress.Loopback, address.Port)
            : new IPEndPoint((await Dns.GetHostAddressesAsync(address.Host))[0], address.Port);
    }

    private static string Why(HostPort address, Exception error) => (error.InnerException ?? error) switch
    {
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } or Microsoft.AspNetCore.Connections.AddressInUseException =>
            $"Another program listens on {address} already.",
        var cause => $"The page cannot be served on {address}: {cause.Message}",
    };
}
