using System.Buffers;
using System.Text;
using System.Text.Json;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Verification;

namespace ClusterSim.Cli.Output;

/// <summary>Prints a whole result as JSON. Each NPU and each collective takes one line, so that a person finds it too.</summary>
internal static class ResultJson
{
    public static void Write(SimulationResult result, TextWriter output)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonStyle.Indented))
        {
            WriteResult(result, json, withElapsed: true);
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>Writes a result as an object.</summary>
    /// <param name="result">The result.</param>
    /// <param name="json">Gets it.</param>
    /// <param name="withElapsed">Whether to tell how long it took, which differs from run to run.</param>
    public static void WriteResult(SimulationResult result, Utf8JsonWriter json, bool withElapsed)
    {
        var figures = Figures.Of(result);
        json.WriteStartObject();
        json.WriteString("backend", result.Backend);
        WriteLines(json, "npus", result.Npus, (line, npu) => WriteNpu(line, npu, figures));
        WriteLines(json, "collectives", result.Collectives, WriteCollective);
        json.WriteNumber("simulated_ns", result.End.Ns);
        json.WriteNumber("messages", result.Messages);
        json.WriteNumber("hops", result.Hops);
        json.WriteNumber("events", result.Events);
        if (withElapsed)
        {
            json.WriteNumber("elapsed_s", Math.Round(result.Elapsed.TotalSeconds, 6));
        }

        json.WriteString("digest", Digest.Text(result));
        json.WriteEndObject();
    }

    private static void WriteNpu(Utf8JsonWriter json, NpuResult npu, IReadOnlyList<Figure> figures)
    {
        json.WriteNumber("npu", npu.Npu);
        foreach (var figure in figures)
        {
            if (figure.Of(npu) is { } value)
            {
                json.WriteNumber(figure.Name, value);
            }
        }
    }

    private static void WriteCollective(Utf8JsonWriter json, CollectiveResult collective)
    {
        json.WriteString("node", collective.Node);
        json.WriteString("kind", KindName.Of(collective.Kind));
        json.WriteString("group", collective.Group);
        json.WriteNumber("ranks", collective.Ranks);
        json.WriteNumber("bytes", collective.Size.Bytes);
        json.WriteString("algorithm", collective.Algorithm);
        json.WriteNumber("start", collective.Start.Ns);
        json.WriteNumber("duration", collective.Duration.Ns);
        WriteBandwidth(json, "algorithm_bandwidth", collective.AlgorithmBandwidth);
        WriteBandwidth(json, "bus_bandwidth", collective.BusBandwidth);
    }

    // In GB/s of 2^30 bytes, as networks are described. A collective that took no time has none.
    private static void WriteBandwidth(Utf8JsonWriter json, string name, Bandwidth? bandwidth)
    {
        if (bandwidth is { } rate)
        {
            json.WriteNumber(name, Math.Round(rate.BytesPerNs * 1e9 / (1 << 30), 3));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteLines<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        var buffer = new ArrayBufferWriter<byte>();
        using var line = new Utf8JsonWriter(buffer, JsonStyle.Line);
        foreach (var item in items)
        {
            // The outer writer puts raw values one behind the other; the white space is part of the value.
            buffer.ResetWrittenCount();
            buffer.Write("\n    "u8);
            line.Reset();
            line.WriteStartObject();
            write(line, item);
            line.WriteEndObject();
            line.Flush();
            json.WriteRawValue(buffer.WrittenSpan, skipInputValidation: true);
        }

        json.WriteEndArray();
    }
}
