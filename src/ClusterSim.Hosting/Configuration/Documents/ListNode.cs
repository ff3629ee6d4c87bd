namespace ClusterSim.Hosting.Configuration.Documents;

/// <summary>A list of values.</summary>
internal sealed class ListNode(Place place, IReadOnlyList<ConfigNode> items) : ConfigNode(place)
{
    public IReadOnlyList<ConfigNode> Items => items;

    public override string Given => items.Count == 0 ? "an empty list" : $"a list of {items.Count}";
}
