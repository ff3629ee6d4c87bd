using System.Text.Json;
using ClusterSim.Inspection.Paths;
using ClusterSim.Inspection.Reading;
using ClusterSim.Reports.Pages;
using ClusterSim.Reports.Runs.Parts;

namespace ClusterSim.Reports.Runs.Timeline;

/// <summary>
/// The critical path as a strip above the timeline: from the start to the end what the run waited for. Of a path with too many steps, what
/// most of each equal piece of time was spent on.
/// </summary>
internal sealed class PathSegments
{
    private const int Most = 8000;

    // Where a piece holds steps of several actors.
    private const int ManyActors = -1;

    private readonly Trace trace;
    private readonly List<Segment> segments = [];

    public PathSegments(CriticalPath path, Trace trace)
    {
        this.trace = trace;
        foreach (var step in path.Steps)
        {
            foreach (var (kind, ns) in step.Parts)
            {
                Add(new Segment(kind, step.Message.From, ns));
            }
        }

        if (segments.Count > Most)
        {
            segments = Coarsened(path.DurationNs);
        }
    }

    /// <summary>What the script needs.</summary>
    public PageData Data => PageData.Of("path", Write);

    private void Add(Segment next)
    {
        if (segments.Count > 0 && segments[^1] is var last && last.Kind == next.Kind && last.Actor == next.Actor)
        {
            segments[^1] = last with { Ns = last.Ns + next.Ns };
        }
        else
        {
            segments.Add(next);
        }
    }

    private List<Segment> Coarsened(long endNs)
    {
        var coarse = new List<Segment>();
        var piece = Math.Max(1, endNs / (Most / 2));
        var within = new Dictionary<PathKind, long>();
        var length = 0L;
        foreach (var segment in segments)
        {
            within[segment.Kind] = within.GetValueOrDefault(segment.Kind) + segment.Ns;
            length += segment.Ns;
            if (length >= piece)
            {
                coarse.Add(new Segment(within.MaxBy(kind => kind.Value).Key, within.Count == 1 && length == segment.Ns ? segment.Actor : ManyActors, length));
                within.Clear();
                length = 0;
            }
        }

        if (length > 0)
        {
            coarse.Add(new Segment(within.MaxBy(kind => kind.Value).Key, ManyActors, length));
        }

        return coarse;
    }

    private void Write(Utf8JsonWriter json)
    {
        var actors = segments.Select(segment => segment.Actor).Where(actor => actor != ManyActors).Distinct().Order().ToList();
        var places = actors.Index().ToDictionary(actor => actor.Item, actor => actor.Index);
        json.WriteStartObject();
        json.WriteStartArray("kinds");
        foreach (var kind in Enum.GetValues<PathKind>())
        {
            json.WriteStartObject();
            json.WriteString("name", PathNames.Of(kind));
            json.WriteString("tone", PathTones.Of(kind));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("actors");
        actors.ForEach(actor => json.WriteStringValue(trace.ActorNames[actor]));
        json.WriteEndArray();

        // Of each how long it is, what it was spent on, and where.
        json.WriteStartArray("segments");
        foreach (var segment in segments)
        {
            json.WriteNumberValue(segment.Ns);
            json.WriteNumberValue((int)segment.Kind);
            json.WriteNumberValue(segment.Actor == ManyActors ? ManyActors : places[segment.Actor]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private readonly record struct Segment(PathKind Kind, int Actor, long Ns);
}
