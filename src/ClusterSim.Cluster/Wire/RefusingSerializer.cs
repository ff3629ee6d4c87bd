using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;

namespace ClusterSim.Cluster.Wire;

/// <summary>
/// Stands in the place of Akka's serialisers that read and write anything: a type that is in no list neither leaves nor
/// enters a node.
/// </summary>
internal sealed class RefusingSerializer : Serializer
{
    public RefusingSerializer(ExtendedActorSystem system)
        : base(system)
    {
    }

    // Akka makes it with these two where what it replaces has settings.
    public RefusingSerializer(ExtendedActorSystem system, Config settings)
        : base(system)
    {
        ArgumentNullException.ThrowIfNull(settings);
    }

    public override int Identifier => SerializerIds.Refusing;

    public override bool IncludeManifest => false;

    public override byte[] ToBinary(object obj) => throw new SerializationException($"{obj.GetType().FullName} is in no list of what may be sent.");

    public override object FromBinary(byte[] bytes, Type type) => throw new SerializationException("This is in no list of what may be received.");
}
