using System.Buffers;
using System.Text;
using System.Text.Json;
using ClusterSim.Cluster.Status;

namespace ClusterSim.Cli.Output;

/// <summary>Prints the members of a cluster as JSON. What a member did not tell is null.</summary>
internal static class ClusterStatusJson
{
    public static void Write(ClusterStatus status, TextWriter output)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonStyle.Indented))
        {
            json.WriteStartObject();
            json.WriteString("version", status.Version);
            json.WriteStartArray("members");
            foreach (var member in status.Members)
            {
                WriteMember(json, member);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void WriteMember(Utf8JsonWriter json, MemberStatus member)
    {
        json.WriteStartObject();
        json.WriteString("address", member.Address);
        json.WriteString("state", member.State);
        WriteTexts(json, "roles", member.Roles);
        json.WriteString("version", member.Version);
        WriteNumber(json, "cores", member.Vitals?.Cores);
        WriteNumber(json, "load", member.Vitals is { } vitals ? Math.Round(vitals.Load, 2) : null);
        WriteNumber(json, "memory_bytes", member.Vitals?.Memory.Bytes);
        WriteNumber(json, "memory_limit_bytes", member.Vitals?.MemoryLimit?.Bytes);
        WriteNumber(json, "uptime_s", member.Vitals is { } told ? Math.Floor(told.Uptime.TotalSeconds) : null);
        WriteTexts(json, "work", member.Vitals?.Work ?? []);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
