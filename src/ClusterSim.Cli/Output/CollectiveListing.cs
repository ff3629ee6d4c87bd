using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Plugins;
using ClusterSim.Sweeps.Tables;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Output;

/// <summary>Prints the collective algorithms that there are. CSV has a row for each parameter, and one for an algorithm without any.</summary>
internal sealed class CollectiveListing(IReadOnlyList<ListedCollective> collectives, Terminal terminal)
{
    private const string BuiltIn = "built in";

    private static readonly Column<(ListedCollective Collective, AlgorithmParameter? Parameter)>[] CsvColumns =
    [
        new("algorithm", ColumnType.Text, row => row.Collective.Name),
        new("kinds", ColumnType.Text, row => KindsOf(row.Collective)),
        new("from", ColumnType.Text, row => row.Collective.Plugin ?? BuiltIn),
        new("description", ColumnType.Text, row => row.Collective.Description),
        new("source", ColumnType.Text, row => row.Collective.Source),
        new("parameter", ColumnType.Text, row => row.Parameter?.Name),
        new("least", ColumnType.Whole, row => (decimal?)row.Parameter?.Least),
        new("most", ColumnType.Whole, row => (decimal?)row.Parameter?.Most),
        new("default", ColumnType.Whole, row => (decimal?)row.Parameter?.Default),
        new("meaning", ColumnType.Text, row => row.Parameter?.Description),
    ];

    public void WriteTable()
    {
        var rows = collectives.Select(one => new[] { Printable.Name(one.Name), KindsOf(one), one.Plugin is { } file ? Printable.Of(Path.GetFileName(file)) : BuiltIn }).ToArray();
        TablePrinter.Print(new TextTable(NameColumns: 3, ["algorithm", "runs", "from"], rows), terminal);
        foreach (var collective in collectives)
        {
            terminal.Output.WriteLine();
            terminal.Output.WriteLine($"{Printable.Name(collective.Name)}: {Printable.Of(collective.Description)}");
            if (collective.Source.Length > 0)
            {
                terminal.Output.WriteLine($"  source: {Printable.Of(collective.Source)}");
            }

            foreach (var parameter in collective.Parameters)
            {
                terminal.Output.WriteLine($"  {Printable.Of(Describe(collective, parameter))}");
            }
        }
    }

    public void WriteCsv() => CsvTable.Write(
        CsvColumns,
        collectives.SelectMany(one => one.Parameters.Count == 0 ? [(one, null)] : one.Parameters.Select(parameter => (one, (AlgorithmParameter?)parameter))),
        terminal.Output);

    public void WriteJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonStyle.Indented))
        {
            json.WriteStartArray();
            foreach (var collective in collectives)
            {
                Write(json, collective);
            }

            json.WriteEndArray();
        }

        terminal.Output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, ListedCollective collective)
    {
        json.WriteStartObject();
        json.WriteString("algorithm", collective.Name);
        json.WriteString("description", collective.Description);
        json.WriteString("source", collective.Source);
        json.WriteStartArray("kinds");
        foreach (var kind in collective.Kinds)
        {
            json.WriteStringValue(KindName.Of(kind));
        }

        json.WriteEndArray();
        json.WriteString("plugin", collective.Plugin);
        json.WriteStartArray("parameters");
        foreach (var parameter in collective.Parameters)
        {
            Write(json, parameter);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AlgorithmParameter parameter)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("meaning", parameter.Description);
        json.WriteNumber("least", parameter.Least);
        json.WriteNumber("most", parameter.Most);
        if (parameter.Default is { } value)
        {
            json.WriteNumber("default", value);
        }
        else
        {
            json.WriteNull("default");
        }

        json.WriteBoolean("may_follow_name", parameter.IsSuffix);
        json.WriteEndObject();
    }

    private static string KindsOf(ListedCollective collective) => string.Join(' ', collective.Kinds.Select(KindName.Of));

    private static string Describe(ListedCollective collective, AlgorithmParameter parameter)
    {
        var most = parameter.Most == int.MaxValue ? "" : string.Create(CultureInfo.InvariantCulture, $" to {parameter.Most}");
        var value = parameter.Default is { } known ? string.Create(CultureInfo.InvariantCulture, $", {known} by default") : "";
        var written = parameter.IsSuffix ? $"; as {collective.Name}4 for short" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{parameter.Name}: {parameter.Description} From {parameter.Least}{most}{value}{written}.");
    }
}
