using System.Globalization;
using ClusterSim.Cluster.Status;
using ClusterSim.Sweeps.Tables;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Output;

/// <summary>The members of a cluster, one a row. What a member did not tell is empty.</summary>
internal static class ClusterStatusTable
{
    private const int LoadDecimals = 2;

    private static readonly string[] Titles = ["address", "state", "roles", "version", "work", "cores", "load", "memory", "limit", "uptime"];

    private static readonly Column<MemberStatus>[] CsvColumns =
    [
        new("address", ColumnType.Text, member => member.Address),
        new("state", ColumnType.Text, member => member.State),
        new("roles", ColumnType.Text, member => string.Join(' ', member.Roles)),
        new("version", ColumnType.Text, member => member.Version),
        new("cores", ColumnType.Whole, member => (decimal?)member.Vitals?.Cores),
        new("load", ColumnType.Real, member => member.Vitals is { } vitals ? Math.Round((decimal)vitals.Load, LoadDecimals) : null),
        new("memory_bytes", ColumnType.Whole, member => (decimal?)member.Vitals?.Memory.Bytes),
        new("memory_limit_bytes", ColumnType.Whole, member => (decimal?)member.Vitals?.MemoryLimit?.Bytes),
        new("uptime_s", ColumnType.Whole, member => member.Vitals is { } vitals ? (decimal)Math.Floor(vitals.Uptime.TotalSeconds) : null),
        new("work", ColumnType.Text, member => member.Vitals is { } vitals ? string.Join("; ", vitals.Work) : null),
    ];

    public static TextTable Of(ClusterStatus status) => new(NameColumns: 5, Titles, [.. status.Members.Select(Row)]);

    /// <summary>The same with plain numbers: load in cores, memory in bytes, uptime in seconds.</summary>
    public static void WriteCsv(ClusterStatus status, TextWriter output) => CsvTable.Write(CsvColumns, status.Members, output);

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
}
