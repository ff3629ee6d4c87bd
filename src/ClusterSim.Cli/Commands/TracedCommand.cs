using ClusterSim.Cli.Output;
using ClusterSim.Core;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Results;
using ClusterSim.Network.Options;
using ClusterSim.Tracing;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Commands;

/// <summary>Runs a simulation with or without a trace, which is kept when the run fails, too.</summary>
internal sealed class TracedCommand : IAsyncDisposable
{
    // A trace that is not wanted any more is removed, once what is being written of it is.
    private static readonly TimeSpan TimeToRemove = TimeSpan.FromSeconds(10);

    private readonly Terminal terminal;
    private readonly RunTrace? trace;
    private readonly EffectiveDocument document;
    private readonly NetworkOptions network;
    private readonly string? folder;

    // Before the run: its files may have changed by its end.
    private readonly string configuration;

    private TracedCommand(Terminal terminal, RunTrace? trace, EffectiveDocument document, NetworkOptions network, string? folder)
    {
        this.terminal = terminal;
        this.trace = trace;
        this.document = document;
        this.network = network;
        this.folder = folder;
        configuration = trace is null ? "" : document.ToYaml();
    }

    /// <summary>How the trace went; the run may have failed besides.</summary>
    public int ExitCode { get; private set; } = Cli.ExitCode.Success;

    /// <param name="context">What the command works with.</param>
    /// <param name="trace">Records the run; null: nothing does.</param>
    /// <param name="document">What runs.</param>
    /// <param name="network">What it runs on.</param>
    /// <param name="folder">The folder of the trace, as it was given.</param>
    public static TracedCommand Of(CommandContext context, RunTrace? trace, EffectiveDocument document, NetworkOptions network, string? folder)
    {
        if (trace is not null)
        {
            context.AllowToFinish(TimeToRemove);
        }

        return new TracedCommand(context.Terminal, trace, document, network, folder);
    }

    /// <summary>Runs the simulation, and keeps what was recorded.</summary>
    public async Task<SimulationResult> RunAsync(Func<RunTrace?, Task<SimulationResult>> simulate)
    {
        try
        {
            var result = await simulate(trace);
            await KeepAsync(result, null);
            return result;
        }
        catch (SimulationFailedException failure)
        {
            await KeepAsync(null, failure);
            throw;
        }
    }

    public ValueTask DisposeAsync() => trace?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task KeepAsync(SimulationResult? result, SimulationFailedException? failure)
    {
        if (trace is null)
        {
            return;
        }

        try
        {
            var summary = await trace.EndAsync();
            await trace.CommitAsync(file => TraceRunFile.WriteAsync(file, document.Name, configuration, (result, failure), network, trace.Filter, summary));
            if (!summary.IsComplete)
            {
                Complain($"The trace {folder} was cut, since the disk was full ({summary.Failure}): it holds {summary.Holdings}.");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The result is not lost with it.
            Complain(new OutputFailedException($"The trace {folder}", error, folder).Message);
        }
    }

    private void Complain(string text)
    {
        ExitCode = Cli.ExitCode.Failure;
        terminal.Error.WriteLine("clustersim: " + Printable.Of(text));
    }
}
