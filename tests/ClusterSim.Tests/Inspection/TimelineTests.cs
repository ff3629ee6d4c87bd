using System.Text.Json;
using ClusterSim.Core.Messages;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Inspection.Timelines;
using ClusterSim.Inspection.Timelines.Perfetto;
using ClusterSim.Tests.Hosting.Simulation;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Inspection;

/// <summary>Timelines are read back.</summary>
public sealed class TimelineTests
{
    [Fact]
    public Task Perfetto_OfAnyExperiment_HoldsEveryNodeAndHop() => RandomExperiment.Any.SampleAsync(CheckAsync, iter: 20, threads: 2);

    private static async Task CheckAsync(Experiment experiment)
    {
        using var run = await InspectedRun.OfAsync(experiment);
        var perfetto = await PerfettoOfAsync(run);
        var chrome = await ChromeOfAsync(run);

        var messages = await run.ReadMessagesAsync();
        var hops = run.Trace.Run.Network.IsCongestionAware
            ? Enumerable.Range(0, messages.Rows).Count(row => messages["kind"][row] == (int)MessageKind.Chunk && messages["from_actor"][row] >= run.Trace.NpuCount)
            : 0;
        var nodes = (await run.Trace.ReadNodesAsync()).Count;
        var slices = SlicesOf(perfetto);
        Assert.Equal(nodes + hops, slices.Count);
        Assert.Equal(slices.Count, chrome.Count(entry => entry.GetProperty("ph").GetString() == "X"));
        CheckTracks(perfetto, slices);
        CheckCounters(perfetto);
    }

    // Slices of a track come one after the other, and the track has a name.
    private static void CheckTracks(Trace trace, IReadOnlyList<Slice> slices)
    {
        var named = trace.Packet.Where(packet => packet.TrackDescriptor is not null).Select(packet => packet.TrackDescriptor.Uuid).ToHashSet();
        foreach (var track in slices.GroupBy(slice => slice.Track))
        {
            Assert.Contains(track.Key, named);
            var inOrder = track.OrderBy(slice => slice.Start).ThenBy(slice => slice.End).ToList();
            Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        }

        foreach (var flow in slices.Where(slice => slice.Flow != 0).GroupBy(slice => slice.Flow))
        {
            Assert.Single(flow.Select(slice => slice.Name).Distinct());
        }
    }

    // What begins to wait or to send ends it.
    private static void CheckCounters(Trace trace)
    {
        foreach (var counter in trace.Packet.Where(packet => packet.TrackEvent?.Type == TrackEvent.Types.Type.Counter).GroupBy(packet => packet.TrackEvent.TrackUuid))
        {
            Assert.All(counter, count => Assert.True(count.TrackEvent.CounterValue >= 0));
            Assert.Equal(0, counter.Last().TrackEvent.CounterValue);
        }
    }

    private static List<Slice> SlicesOf(Trace trace)
    {
        var slices = new List<Slice>();
        var open = new Dictionary<ulong, (TrackEvent Event, ulong Start)>();
        foreach (var packet in trace.Packet)
        {
            switch (packet.TrackEvent?.Type)
            {
                case TrackEvent.Types.Type.SliceBegin:
                    open.Add(packet.TrackEvent.TrackUuid, (packet.TrackEvent, packet.Timestamp));
                    break;
                case TrackEvent.Types.Type.SliceEnd:
                    Assert.True(open.Remove(packet.TrackEvent.TrackUuid, out var begin));
                    slices.Add(new(packet.TrackEvent.TrackUuid, begin.Event.Name, begin.Start, packet.Timestamp, begin.Event.FlowIds.FirstOrDefault()));
                    break;
            }
        }

        Assert.Empty(open);
        return slices;
    }

    private static async Task<Trace> PerfettoOfAsync(InspectedRun run)
    {
        using var file = new MemoryStream();
        await using (var writer = new PerfettoWriter(file))
        {
            await TimelineExport.WriteAsync(run.Trace, writer);
        }

        return Trace.Parser.ParseFrom(file.ToArray());
    }

    private static async Task<List<JsonElement>> ChromeOfAsync(InspectedRun run)
    {
        using var file = new MemoryStream();
        await using (var writer = new ChromeWriter(file))
        {
            await TimelineExport.WriteAsync(run.Trace, writer);
        }

        using var json = JsonDocument.Parse(file.ToArray());
        return [.. json.RootElement.GetProperty("traceEvents").EnumerateArray().Select(entry => entry.Clone())];
    }

    private sealed record Slice(ulong Track, string Name, ulong Start, ulong End, ulong Flow);
}
