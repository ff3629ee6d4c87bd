namespace ClusterSim.Core.Collectives;

/// <summary>Names a collective algorithm that an assembly adds: <c>[assembly: CollectivePlugin(typeof(MyFamily))]</c>, once for each.</summary>
/// <param name="family">A public class that implements <see cref="ICollectiveFamily"/> and has a constructor without parameters.</param>
/// <param name="interfaceVersion">
/// The version of this interface that the assembly was built for. Not to be given: the compiler puts in what it finds.
/// </param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class CollectivePluginAttribute(Type family, int interfaceVersion = CollectiveInterface.Version) : Attribute
{
    /// <summary>The class of the algorithm.</summary>
    public Type Family => family;

    /// <summary>The version of this interface that the assembly was built for.</summary>
    public int InterfaceVersion => interfaceVersion;
}
