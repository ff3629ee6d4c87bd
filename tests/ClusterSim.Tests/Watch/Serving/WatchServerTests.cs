using System.Net;
using System.Net.Sockets;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Nodes;
using ClusterSim.Testing.Watching;
using ClusterSim.Watch.Following;
using ClusterSim.Watch.Serving;
using ClusterSim.Watch.Snapshots;
using Xunit;

namespace ClusterSim.Tests.Watch.Serving;

/// <summary>The server with real requests over loopback.</summary>
public sealed class WatchServerTests : IAsyncLifetime
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);
    private static readonly HostPort AnyPort = new("127.0.0.1", 0);

    private readonly HttpClient client = new() { Timeout = Bound };
    private readonly RunWatch watch = new("ring", TimeProvider.System);
    private WatchServer server = null!;

    public async ValueTask InitializeAsync() => server = await WatchServer.StartAsync(watch, AnyPort, "--watch", TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("watch.js", "text/javascript")]
    [InlineData("tokens.css", "text/css")]
    [InlineData("snapshot", "application/json")]
    public async Task Get_WhatThePageNeeds_ComesWithSafetyHeaders(string path, string type)
    {
        using var response = await GetAsync(path);

        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("default-src 'none'; script-src 'self';", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Get_EveryFileThatThePageNames_IsThere()
    {
        var page = await client.GetStringAsync(server.Url, Token);

        var named = page.Split('"').Where(text => text.EndsWith(".js", StringComparison.Ordinal) || text.EndsWith(".css", StringComparison.Ordinal)).ToList();
        Assert.Equal(16, named.Count);
        foreach (var name in named)
        {
            using var response = await GetAsync(name);
            Assert.True(response.IsSuccessStatusCode, name);
        }
    }

    [Fact]
    public async Task Get_ByANameThatIsNotThisMachines_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url + "snapshot");
        request.Headers.Host = "evil.example";

        using var response = await client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain("ring", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("HEAD")]
    public async Task Send_AnythingButGet_IsRefused(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), server.Url);

        using var response = await client.SendAsync(request, Token);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET"), (response.StatusCode, string.Join(',', response.Content.Headers.Allow)));
    }

    [Fact]
    public async Task Get_AnUnknownPath_IsNotFound()
    {
        using var response = await GetAsync("../etc/passwd");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Events_SeveralBrowsers_AllHearOfTheEndAndNothingAfterIt()
    {
        var streams = Enumerable.Range(0, 3).Select(_ => EventReader.OpenAsync(client, server.Url, Token)).ToArray();
        foreach (var stream in streams)
        {
            Assert.Contains("\"state\":\"preparing\"", await (await stream).NextAsync(Token), StringComparison.Ordinal);
        }

        watch.End(WatchState.Ended, "The run has ended.");

        foreach (var stream in streams)
        {
            var rest = await (await stream).RestAsync(Token);
            Assert.Contains("\"outcome\":\"The run has ended.\"", rest[^1], StringComparison.Ordinal);
            (await stream).Dispose();
        }
    }

    [Fact]
    public async Task Dispose_WhileABrowserReadsNothing_EndsAllTheSame()
    {
        using var stuck = new TcpClient();
        await stuck.ConnectAsync(IPAddress.Loopback, new Uri(server.Url).Port, Token);
        await stuck.GetStream().WriteAsync("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), Token);
        await stuck.GetStream().ReadExactlyAsync(new byte[16], Token);

        await server.DisposeAsync().AsTask().WaitAsync(Bound, Token);

        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(""));
    }

    [Fact]
    public async Task Start_OnAPortThatIsInUse_SaysSo()
    {
        var taken = new Uri(server.Url).Port;

        var error = await Assert.ThrowsAsync<InvalidInputException>(
            () => WatchServer.StartAsync(watch, AnyPort with { Port = taken }, "--watch", TimeProvider.System));

        var problem = Assert.Single(error.Problems);
        Assert.Equal(("--watch", $"Another program listens on 127.0.0.1:{taken} already."), (problem.Where, problem.What));
    }

    [Fact]
    public async Task Start_OnAnAddressOfAnotherMachine_SaysSo()
    {
        var error = await Assert.ThrowsAsync<InvalidInputException>(
            () => WatchServer.StartAsync(watch, new HostPort("192.0.2.1", 0), "--watch", TimeProvider.System));

        Assert.StartsWith("The page cannot be served on 192.0.2.1:0: ", Assert.Single(error.Problems).What, StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Header(HttpResponseMessage response, string name) => string.Join(',', response.Headers.GetValues(name));

    private Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(server.Url + path), Token);
}
