namespace ClusterSim.Hosting.Configuration.Documents;

/// <summary>Stands for a value that could not be read. Why is already among the problems, so nothing more is said of it.</summary>
internal sealed class UnreadableNode(Place place) : ConfigNode(place)
{
    public override string Given => "nothing readable";
}
