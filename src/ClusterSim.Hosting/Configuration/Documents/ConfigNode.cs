namespace ClusterSim.Hosting.Configuration.Documents;

/// <summary>A value of a document as it was written: text, a list or a map. Immutable.</summary>
internal abstract class ConfigNode(Place place)
{
    public Place Place => place;

    /// <summary>What was given, for messages.</summary>
    public abstract string Given { get; }
}
