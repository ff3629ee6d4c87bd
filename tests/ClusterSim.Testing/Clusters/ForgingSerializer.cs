using Akka.Actor;
using Akka.Serialization;

namespace ClusterSim.Testing.Clusters;

/// <summary>Passes off bytes as those of the serialiser of control messages.</summary>
internal sealed class ForgingSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    public override int Identifier => 7702;

    public override string Manifest(object o) => ((ForgedMessage)o).Manifest;

    public override byte[] ToBinary(object obj) => ((ForgedMessage)obj).Content;

    public override object FromBinary(byte[] bytes, string manifest) => throw new NotSupportedException("A stranger listens to nobody.");
}
