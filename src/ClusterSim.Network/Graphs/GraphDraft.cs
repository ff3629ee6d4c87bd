using System.Globalization;
using ClusterSim.Network.Options;

namespace ClusterSim.Network.Graphs;

/// <summary>A graph that is being put together: NPUs <c>npu0</c>, <c>npu1</c>, ..., and switches as they are added.</summary>
/// <param name="npus">How many NPUs there are.</param>
internal sealed class GraphDraft(int npus)
{
    private readonly List<string> switches = [];
    private readonly List<GraphLink> links = [];

    /// <summary>Adds a switch.</summary>
    /// <returns>Its number as a device.</returns>
    public int AddSwitch(string kind, params ReadOnlySpan<int> numbers)
    {
        var places = new List<string>(numbers.Length);
        foreach (var number in numbers)
        {
            places.Add(number.ToString(CultureInfo.InvariantCulture));
        }

        switches.Add(kind + string.Join('-', places));
        return npus + switches.Count - 1;
    }

    /// <summary>Joins two devices by a link in each direction.</summary>
    public void Join(int device, int other, LinkTerms terms)
    {
        links.Add(new GraphLink(device, other, terms));
        links.Add(new GraphLink(other, device, terms));
    }

    public NetworkGraph Build() =>
        new([.. Enumerable.Range(0, npus).Select(npu => string.Create(CultureInfo.InvariantCulture, $"npu{npu}"))], switches, links);
}
