using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace ClusterSim.Engine.Partitions;

/// <summary>
/// Lends partitions to simulations. Akka keeps every dispatcher that was ever registered, so partitions are reused.
/// </summary>
internal sealed class PartitionPool(ActorSystem system)
{
    private readonly ConcurrentStack<Partition> free = new();
    private int made;

    public Partition Rent() => free.TryPop(out var partition) ? partition : Make();

    public void Return(Partition partition)
    {
        partition.Close();
        free.Push(partition);
    }

    private Partition Make()
    {
        var id = $"partition-{Interlocked.Increment(ref made) - 1}";
        var config = ConfigurationFactory.ParseString($"id = {id}")
            .WithFallback(system.Settings.Config.GetConfig("akka.actor.default-dispatcher"));
        var configurator = new Configurator(config, system.Dispatchers.Prerequisites, id);
        system.Dispatchers.RegisterConfigurator(id, configurator);
        return configurator.Partition;
    }

    private sealed class Configurator : MessageDispatcherConfigurator
    {
        public Configurator(Config config, IDispatcherPrerequisites prerequisites, string id)
            : base(config, prerequisites)
        {
            Partition = new Partition(this, id);
        }

        public Partition Partition { get; }

        public override MessageDispatcher Dispatcher() => Partition;
    }
}
