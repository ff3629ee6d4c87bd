using Akka.Actor;
using ClusterSim.Engine.Actors;

namespace ClusterSim.Engine.Partitions;

/// <summary>
/// Creates a partition's actors under Akka paths that follow their logical names: <c>npu/3</c> becomes the child
/// <c>npu-3</c>, <c>switch/0/port/5</c> the child <c>port-5</c> of <c>switch-0</c>.
/// </summary>
internal static class ActorFactory
{
    public static void CreateAll(IUntypedActorContext context, Partition partition, PartitionSetup setup)
    {
        var families = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var index in setup.Map.ActorsOf(setup.Index))
        {
            var name = setup.Plan.Actors[index].Name;
            var parentEnd = ParentEnd(name);
            if (parentEnd < 0)
            {
                Create(context, partition, setup, index, PathElement(name));
            }
            else
            {
                var parent = PathElement(name[..parentEnd]);
                (families.TryGetValue(parent, out var family) ? family : families[parent] = []).Add(index);
            }
        }

        foreach (var (parent, children) in families)
        {
            context.ActorOf(FamilyActor.Props(partition, setup, children), parent);
        }
    }

    public static void Create(IUntypedActorContext context, Partition partition, PartitionSetup setup, int index, string element)
    {
        var create = setup.Plan.Actors[index].Create;
        var props = ActorProducer.Props(() => partition.Register(index, create()));
        setup.SetRef(index, context.ActorOf(props.WithDispatcher(partition.Id), element));
    }

    /// <summary>The last pair of kind and number of a logical name, as an element of an Akka path.</summary>
    public static string LastElement(string name) => PathElement(name[(ParentEnd(name) + 1)..]);

    private static string PathElement(string name) => name.Replace('/', '-');

    private static int ParentEnd(string name)
    {
        var number = name.LastIndexOf('/');
        return number <= 0 ? -1 : name.LastIndexOf('/', number - 1);
    }
}
