using System.Globalization;
using ClusterSim.Core;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Sweeps.Definition;

namespace ClusterSim.Sweeps.Running;

/// <summary>Ends the simulation of a point that takes more than it may. Looks about twice a second, and once more at the end.</summary>
internal sealed class LimitWatch : IProgress<RunProgress>, IDisposable
{
    private readonly PointRunnerSetup setup;
    private readonly PointLimits limits;
    private readonly long estimate;
    private readonly CancellationToken outer;
    private readonly CancellationTokenSource source;
    private volatile bool hasTooManyEvents;

    /// <param name="setup">What bounds the point.</param>
    /// <param name="estimate">What the point is estimated to need, in bytes.</param>
    /// <param name="outer">Ends the simulation for another reason.</param>
    public LimitWatch(PointRunnerSetup setup, long estimate, CancellationToken outer)
    {
        this.setup = setup;
        this.estimate = estimate;
        this.outer = outer;
        limits = setup.Limits;
        source = CancellationTokenSource.CreateLinkedTokenSource(outer);
    }

    /// <exception cref="SimulationFailedException">It failed, or took more than it may.</exception>
    public async Task<SimulationResult> RunAsync(Func<CancellationToken, Task<SimulationResult>> simulate)
    {
        RefuseLarge();
        using var entry = setup.Memory.Enter(estimate, limits.MemoryBytes, source.Cancel);
        if (limits.Seconds is { } seconds)
        {
            source.CancelAfter(TimeSpan.FromSeconds(seconds));
        }

        try
        {
            var result = await simulate(source.Token).ConfigureAwait(false);
            return result.Events <= (limits.Events ?? long.MaxValue) ? result : throw TooManyEvents();
        }
        catch (OperationCanceledException) when (!outer.IsCancellationRequested)
        {
            throw entry.Outgrown is { } bound ? OutOfMemory(bound) : hasTooManyEvents ? TooManyEvents() : TooLong();
        }
    }

    public void Report(RunProgress value)
    {
        setup.Memory.Look();
        if (value.Events > limits.Events)
        {
            hasTooManyEvents = true;
            source.Cancel();
        }
    }

    public void Dispose() => source.Dispose();

    private void RefuseLarge()
    {
        if (estimate > limits.MemoryBytes)
        {
            throw new SimulationFailedException($"It is estimated to need {Number(estimate)} bytes of memory; {Number(limits.MemoryBytes.Value)} are allowed.");
        }

        if (estimate > setup.Memory.LimitBytes)
        {
            throw new SimulationFailedException(
                $"It is estimated to need {Number(estimate)} bytes of memory; node {setup.Node} has {Number(setup.Memory.LimitBytes.Value)} for its work (limits.memory in its file).");
        }
    }

    private SimulationFailedException TooManyEvents() => new($"It has more than {Number(limits.Events!.Value)} events, which are allowed.");

    private SimulationFailedException TooLong() => new(
        string.Create(CultureInfo.InvariantCulture, $"It ran longer than {limits.Seconds} s, which are allowed."));

    private SimulationFailedException OutOfMemory(MemoryBound bound) => new(bound == MemoryBound.Points
        ? $"The process outgrew the {Number(limits.MemoryBytes!.Value)} bytes of memory that it may take for each point, and this one was estimated to need most."
        : $"Node {setup.Node} outgrew the {Number(setup.Memory.LimitBytes!.Value)} bytes of memory for its work (limits.memory in its file), and this point was estimated to need most.");

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
