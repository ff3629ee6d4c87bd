using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Workload;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Reads from which device to which a link leads, or two do.</summary>
internal sealed class LinkEnds(DeviceNames names, ReadContext context)
{
    /// <summary>The links in one or both directions; none where something is wrong with them.</summary>
    public IReadOnlyList<(int From, int To)> Of(SectionValues link)
    {
        if (link.TryGet(LinkSettings.Between, out var between))
        {
            if (between.Count != 2)
            {
                context.Refuse(link.PlaceOf(LinkSettings.Between).ToString(), "One device is given: give two.");
                return [];
            }

            return Both(Find(between[0], link.PlaceOf(LinkSettings.Between, 0)), Find(between[1], link.PlaceOf(LinkSettings.Between, 1)), link, isBoth: true);
        }

        return Both(OneOf(link, LinkSettings.From), OneOf(link, LinkSettings.To), link, isBoth: false);
    }

    private IReadOnlyList<(int From, int To)> Both(int? from, int? to, SectionValues link, bool isBoth)
    {
        if (from is not { } start || to is not { } end)
        {
            return [];
        }

        if (start == end)
        {
            context.Refuse(link.Place.ToString(), "The link leads from a device to itself: give two devices.");
            return [];
        }

        return isBoth ? [(start, end), (end, start)] : [(start, end)];
    }

    private int? OneOf(SectionValues link, Setting<string> setting) => link.TryGet(setting, out var name) ? Find(name, link.PlaceOf(setting)) : null;

    private int? Find(string name, Place place)
    {
        var device = names.Find(name);
        if (device is null)
        {
            context.Refuse(place.ToString(), $"There is no device {Printable.Name(name)}.", names.Advice(name));
        }

        return device;
    }
}
