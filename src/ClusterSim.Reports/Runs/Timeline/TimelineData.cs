using System.Text.Json;
using ClusterSim.Inspection.Reading;
using ClusterSim.Reports.Pages;

namespace ClusterSim.Reports.Runs.Timeline;

/// <summary>
/// What the timeline is drawn from. As many NPUs as there is room for are told node by node, the one that finished last before all others;
/// of the rest the page has shares of equal pieces of time, so that it stays small however large the run is.
/// </summary>
internal sealed class TimelineData
{
    /// <summary>The most rows; of more NPUs, several share one.</summary>
    public const int MostRows = 2048;

    private const long ExactBytes = 2_400_000;
    private const long ShareCells = 1_500_000;
    private const int MostBins = 4096;
    private const int BytesOfSpan = 20;
    private const int BytesOfRow = 60;

    private readonly List<NpuRow> exact = [];
    private readonly List<ShareRow> shares = [];
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private readonly long endNs;

    /// <param name="rows">What each NPU did, in order of their numbers.</param>
    /// <param name="endNs">Up to when it is shown.</param>
    public TimelineData(IReadOnlyList<NpuRow> rows, long endNs)
    {
        this.endNs = endNs;
        HasMemory = rows.Any(row => row.SpansOf(Lane.Memory).Count + row.OpenSpansOf(Lane.Memory).Count > 0);
        var told = Choose(rows);
        exact.AddRange(rows.Where(told.Contains));
        AddShares([.. rows.Where(row => !told.Contains(row))]);
    }

    /// <summary>Whether any NPU accesses a memory.</summary>
    public bool HasMemory { get; }

    /// <summary>How many NPUs are told node by node.</summary>
    public int ExactNpus => exact.Count;

    /// <summary>How many are told by shares.</summary>
    public int SharedNpus => shares.Sum(row => row.Count);

    /// <summary>How many of those share a row.</summary>
    public int NpusOfRow => shares.Count == 0 ? 1 : shares.Max(row => row.Count);

    /// <summary>How long a piece is.</summary>
    public long BinNs => Bins == 0 ? 0 : endNs / Bins;

    private int Bins { get; set; }

    /// <summary>What the script needs.</summary>
    public PageData Data => PageData.Of("timeline", Write);

    // The slowest first, which says most of the run.
    private HashSet<NpuRow> Choose(IReadOnlyList<NpuRow> rows)
    {
        var told = new HashSet<NpuRow>();
        var room = ExactBytes;
        foreach (var row in rows.OrderByDescending(row => row.FinishNs == endNs).ThenBy(row => row.Npu))
        {
            var added = row.Spans.Select(node => node.Name).Where(name => !names.ContainsKey(name)).Distinct(StringComparer.Ordinal).ToList();
            room -= BytesOfRow + ((long)BytesOfSpan * row.SpanCount) + added.Sum(name => name.Length + 3L);
            if (room < 0 || told.Count == MostRows)
            {
                break;
            }

            added.ForEach(name => names.Add(name, names.Count));
            told.Add(row);
        }

        return told;
    }

    private void AddShares(List<NpuRow> rest)
    {
        if (rest.Count == 0)
        {
            return;
        }

        var together = (rest.Count + MostRows - 1) / MostRows;
        var rows = (rest.Count + together - 1) / together;
        Bins = (int)Math.Clamp(Math.Min(ShareCells / (rows * (Enum.GetValues<Lane>().Length + 1)), endNs), 1, MostBins);
        foreach (var npu in rest)
        {
            if (shares.Count == 0 || shares[^1].Count == together)
            {
                shares.Add(new ShareRow(npu.Npu, Bins, endNs));
            }

            shares[^1].Add(npu);
        }
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("end", endNs);
        json.WriteNumber("bins", Bins);
        json.WriteBoolean("memory", HasMemory);
        json.WriteStartArray("names");
        foreach (var name in names.OrderBy(name => name.Value))
        {
            json.WriteStringValue(name.Key);
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var (_, write) in exact.Select(row => (row.Npu, (Action<Utf8JsonWriter>)(target => Write(target, row))))
            .Concat(shares.Select(row => (Npu: row.FirstNpu, (Action<Utf8JsonWriter>)(target => Write(target, row))))).OrderBy(row => row.Npu))
        {
            write(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Of each span how long after the one before it started, how long it took, and the number of its name.
    private void Write(Utf8JsonWriter json, NpuRow row)
    {
        json.WriteStartObject();
        json.WriteNumber("npu", row.Npu);
        json.WriteNumber("finish", row.FinishNs);
        WriteLanes(json, "spans", row.SpansOf);
        if (row.StuckFromNs is not null)
        {
            WriteLanes(json, "open", row.OpenSpansOf);
        }

        json.WriteEndObject();
    }

    private void WriteLanes(Utf8JsonWriter json, string property, Func<Lane, IReadOnlyList<NodeSpan>> spansOf)
    {
        json.WriteStartArray(property);
        foreach (var lane in Enum.GetValues<Lane>())
        {
            json.WriteStartArray();
            var before = 0L;
            foreach (var node in spansOf(lane))
            {
                json.WriteNumberValue(node.StartNs - before);
                json.WriteNumberValue(node.EndNs - node.StartNs);
                json.WriteNumberValue(names[node.Name]);
                before = node.StartNs;
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ShareRow row)
    {
        json.WriteStartObject();
        json.WriteNumber("npu", row.FirstNpu);
        json.WriteNumber("count", row.Count);
        json.WriteNumber("finish", row.FinishNs);
        json.WriteStartArray("shares");
        foreach (var lane in row.Shares)
        {
            json.WriteBase64StringValue(lane);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
