using System.Globalization;
using ClusterSim.Cluster.Status;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Output;

/// <summary>The members of a cluster, one a row. What a member did not tell is empty.</summary>
internal static class ClusterStatusTable
{
    private static readonly string[] Titles = ["address", "state", "roles", "version", "work", "cores", "load", "memory", "limit", "uptime"];

    public static TextTable Of(ClusterStatus status) => new(NameColumns: 5, Titles, [.. status.Members.Select(Row)]);

    /// <summary>The same with plain numbers: load in cores, memory in bytes, uptime in seconds.</summary>
    public static void WriteCsv(ClusterStatus status, TextWriter output)
    {
        output.WriteLine("address,state,roles,version,cores,load,memory,memory_limit,uptime_s,work");
        foreach (var member in status.Members)
        {
            var vitals = member.Vitals;
            string?[] cells =
            [
                member.Address,
                member.State,
                string.Join(' ', member.Roles),
                member.Version,
                vitals?.Cores.ToString(CultureInfo.InvariantCulture),
                vitals?.Load.ToString("0.00", CultureInfo.InvariantCulture),
                vitals?.Memory.Bytes.ToString(CultureInfo.InvariantCulture),
                vitals?.MemoryLimit?.Bytes.ToString(CultureInfo.InvariantCulture),
                vitals?.Uptime.TotalSeconds.ToString("0", CultureInfo.InvariantCulture),
                vitals is null ? null : string.Join("; ", vitals.Work),
            ];
            output.WriteLine(string.Join(',', cells.Select(Quoted)));
        }
    }

    private static string[] Row(MemberStatus member)
    {
        var vitals = member.Vitals;
        return
        [
            Printable.Of(member.Address),
            Printable.Of(member.State),
            Printable.Of(string.Join(' ', member.Roles)),
            Printable.Of(ShortVersion(member.Version)),
            vitals is null ? "no answer" : Printable.Of(string.Join("; ", vitals.Work)),
            vitals?.Cores.ToString(CultureInfo.InvariantCulture) ?? "",
            vitals?.Load.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
            vitals is null ? "" : Quantity.RoundedBytes(vitals.Memory.Bytes),
            vitals?.MemoryLimit is { } limit ? Quantity.RoundedBytes(limit.Bytes) : "",
            vitals is null ? "" : Duration(vitals.Uptime),
        ];
    }

    // Of a commit a few digits tell it from others.
    private static string ShortVersion(string version)
    {
        const int Digits = 10;
        var plus = version.IndexOf('+', StringComparison.Ordinal);
        return plus >= 0 && version.Length > plus + 1 + Digits ? version[..(plus + 1 + Digits)] : version;
    }

    private static string Duration(TimeSpan time) =>
        time.TotalDays >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalDays}d {time:hh\\:mm\\:ss}")
            : time.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture);

    private static string Quoted(string? cell) =>
        cell is not null && cell.AsSpan().ContainsAny(',', '"', '\n')
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell ?? "";
}
