using Microsoft.Extensions.Hosting;

namespace ClusterSim.Watch.Serving;

/// <summary>Leaves Ctrl-C and SIGTERM to the program, which ends the server itself.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
