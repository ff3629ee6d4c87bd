using System.Buffers;
using System.Text;
using System.Text.Json;
using ClusterSim.Hosting.Diagnosis;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Testing.Simulations;
using Xunit;

namespace ClusterSim.Tests.Hosting.Diagnosis;

/// <summary>Runs experiments that come to no result, on every engine.</summary>
internal static class Diagnosed
{
    /// <summary>What is told of an experiment; the same on every engine, and on two hosts.</summary>
    public static async Task<RunDiagnosis> OnAllAsync(Experiment experiment) =>
        await TryOnAllAsync(experiment) ?? throw new InvalidOperationException("The experiment came to a result.");

    /// <summary>The same; null: the experiment came to a result, on every engine.</summary>
    public static async Task<RunDiagnosis?> TryOnAllAsync(Experiment experiment)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var first = await OfAsync(EngineMatrix.RunAsync(experiment, EngineMatrix.All[0], cancellation));
        foreach (var options in EngineMatrix.All.Skip(1))
        {
            var other = await OfAsync(EngineMatrix.RunAsync(experiment, options, cancellation));
            RequireSame(first, other, $"{options.Transport} with {options.Partitions} partitions");
        }

        RequireSame(first, await OfAsync(SharedHosts.RunAsync(experiment, trace: null, cancellation)), "two hosts");
        return first;
    }

    /// <summary>All that programs are told.</summary>
    public static string JsonOf(RunDiagnosis diagnosis)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            DiagnosisJson.Write(diagnosis, json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void RequireSame(RunDiagnosis? first, RunDiagnosis? other, string engine)
    {
        var (expected, actual) = (Everything(first), Everything(other));
        if (expected != actual)
        {
            throw new InvalidOperationException($"{engine} tells otherwise than one partition:\n{expected}\n{actual}");
        }
    }

    private static string Everything(RunDiagnosis? diagnosis) => diagnosis is null ? "a result" : $"{diagnosis.Text}\n{diagnosis.MessagesText}\n{JsonOf(diagnosis)}";

    private static async Task<RunDiagnosis?> OfAsync(Task<SimulationResult> run)
    {
        try
        {
            await run;
            return null;
        }
        catch (DiagnosedFailureException failure)
        {
            return failure.Diagnosis;
        }
    }
}
