using ClusterSim.Core.Units;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Network;
using ClusterSim.Network.Options;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Checks what becomes of links in the course of a run.</summary>
internal sealed class LinkEventBuilder(SectionValues network, ReadContext context)
{
    /// <summary>The changes, in the order in which they are listed; what is wrong is left out, and told.</summary>
    public IReadOnlyList<LinkChange> Build(NetworkOptions options)
    {
        var survey = new NetworkSurvey(options);
        var ends = new LinkEnds(DeviceNames.Of(options), context);
        var changes = new List<LinkChange>();
        foreach (var change in network.Readable(NetworkSettings.Events) ?? [])
        {
            foreach (var (from, to) in ends.Of(change))
            {
                if (!survey.HasLink(from, to))
                {
                    context.Refuse(change.Place.ToString(), $"There is no link {options.LinkName(from, to)}.", "Name two devices that a link joins.");
                }
                else if (change.IsSound)
                {
                    changes.Add(Change(from, to, change));
                }
            }

            if (change.IsSound && change.NodeOf(LinkEventSettings.Bandwidth) is null && change.NodeOf(LinkEventSettings.Latency) is null
                && change.NodeOf(LinkEventSettings.State) is null)
            {
                context.Refuse(change.Place.ToString(), "Nothing becomes of the link: give bandwidth, latency or state.");
            }
        }

        return changes;
    }

    private static LinkChange Change(int from, int to, SectionValues change) => new(
        from,
        to,
        change.Get(LinkEventSettings.At),
        change.TryGet(LinkEventSettings.Bandwidth, out var bandwidth) ? Bandwidth.OfLink(bandwidth) : null,
        change.TryGet(LinkEventSettings.Latency, out var latency) ? latency : null,
        change.TryGet(LinkEventSettings.State, out var state) ? state.Value : null);
}
