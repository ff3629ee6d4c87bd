using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using Google.Protobuf;

namespace ClusterSim.Cluster.Wire;

/// <summary>Writes and reads the Protobuf messages of a list.</summary>
internal sealed class DataSerializer(ExtendedActorSystem? system, IReadOnlyList<DataType> known) : SerializerWithStringManifest(system)
{
    private readonly Dictionary<Type, string> codes = known.ToDictionary(type => type.Type, type => type.Code);
    private readonly Dictionary<string, MessageParser> parsers = known.ToDictionary(type => type.Code, type => type.Parser, StringComparer.Ordinal);

    public override int Identifier => SerializerIds.Data;

    public override string Manifest(object o) =>
        codes.TryGetValue(o.GetType(), out var code) ? code : throw new SerializationException($"{o.GetType().FullName} is no data message.");

    public override byte[] ToBinary(object obj) => ((IMessage)obj).ToByteArray();

    public override object FromBinary(byte[] bytes, string manifest)
    {
        if (!parsers.TryGetValue(manifest, out var parser))
        {
            throw new SerializationException($"No data message is called '{manifest}'.");
        }

        try
        {
            return parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException error)
        {
            throw new SerializationException($"'{manifest}' cannot be read: {error.Message}", error);
        }
    }
}
