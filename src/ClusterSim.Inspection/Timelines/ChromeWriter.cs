using System.Text.Json;

namespace ClusterSim.Inspection.Timelines;

/// <summary>Writes the JSON of Chrome's trace viewer, which Perfetto reads too. For small traces: viewers load it whole. Times are microseconds there.</summary>
public sealed class ChromeWriter : ITimelineWriter
{
    private readonly Utf8JsonWriter json;
    private readonly Stream target;
    private readonly Dictionary<int, int> parents = [];
    private readonly Dictionary<int, string> counters = [];
    private readonly HashSet<ulong> begun = [];

    /// <param name="target">The file; closed with this.</param>
    public ChromeWriter(Stream target)
    {
        this.target = target;
        json = new Utf8JsonWriter(target);
        json.WriteStartObject();
        json.WriteString("displayTimeUnit", "ns");
        json.WriteStartArray("traceEvents");
    }

    public void AddTrack(int track, int parent, string name)
    {
        parents[track] = parent == 0 ? track : parent;
        Begin("M", parent == 0 ? "process_name" : "thread_name", track);
        json.WriteStartObject("args");
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public void AddCounter(int track, string name, string unit)
    {
        counters[track] = $"{name} ({unit})";
        parents[track] = track;
    }

    public void AddSlice(int track, string name, long startNs, long endNs, ulong flow = 0)
    {
        Begin("X", name, track, startNs);
        json.WriteNumber("dur", Microseconds(endNs - startNs));
        json.WriteEndObject();
        if (flow != 0)
        {
            AddFlow(track, startNs, flow);
        }
    }

    public void AddCount(int track, long timeNs, long value)
    {
        Begin("C", counters[track], track, timeNs);
        json.WriteStartObject("args");
        json.WriteNumber("value", value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public async ValueTask DisposeAsync()
    {
        json.WriteEndArray();
        json.WriteEndObject();
        await json.DisposeAsync().ConfigureAwait(false);
        await target.DisposeAsync().ConfigureAwait(false);
    }

    private void AddFlow(int track, long timeNs, ulong flow)
    {
        Begin(begun.Add(flow) ? "s" : "t", "chunk", track, timeNs);
        json.WriteString("cat", "chunk");
        json.WriteNumber("id", flow);
        json.WriteEndObject();
    }

    private void Begin(string phase, string name, int track, long timeNs = 0)
    {
        json.WriteStartObject();
        json.WriteString("ph", phase);
        json.WriteString("name", name);
        json.WriteNumber("pid", parents[track]);
        json.WriteNumber("tid", track);
        json.WriteNumber("ts", Microseconds(timeNs));
    }

    private static decimal Microseconds(long ns) => ns / 1000m;
}
