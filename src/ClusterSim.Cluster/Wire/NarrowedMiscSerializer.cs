using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Remote.Serialization;
using Akka.Serialization;

namespace ClusterSim.Cluster.Wire;

/// <summary>
/// Akka's serialiser of its own assorted messages, without those that a node never needs from others. Among them is Kill, which Akka's
/// untrusted mode lets through: whoever knows the path of an actor could end it.
/// </summary>
internal sealed class NarrowedMiscSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    // To find an actor, the answer, and the signs of life by which actors watch each other.
    private static readonly string[] Taken = ["ID", "AID", "RWHB", "RWHR"];

    private readonly MiscMessageSerializer akka = new(system);

    public override int Identifier => akka.Identifier;

    public override string Manifest(object o) => akka.Manifest(o);

    public override byte[] ToBinary(object obj) => akka.ToBinary(obj);

    public override object FromBinary(byte[] bytes, string manifest) =>
        Taken.Contains(manifest, StringComparer.Ordinal)
            ? akka.FromBinary(bytes, manifest)
            : throw new SerializationException($"What Akka calls '{manifest}' is in no list of what may be received.");
}
