using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using Google.Protobuf;

namespace ClusterSim.Cluster.Wire;

/// <summary>Writes and reads the Protobuf messages of a list.</summary>
internal sealed class DataSerializer(ExtendedActorSystem? system, IReadOnlyList<DataType> known) : SerializerWithStringManifest(system)
{
    private readonly Dictionary<Type, DataType> byType = known.ToDictionary(type => type.Type);
    private readonly Dictionary<string, DataType> byCode = known.ToDictionary(type => type.Code, StringComparer.Ordinal);

    public override int Identifier => SerializerIds.Data;

    public override string Manifest(object o) => TypeOf(o).Code;

    public override byte[] ToBinary(object obj) => TypeOf(obj).Write(obj);

    public override object FromBinary(byte[] bytes, string manifest)
    {
        if (!byCode.TryGetValue(manifest, out var type))
        {
            throw new SerializationException($"No data message is called '{manifest}'.");
        }

        try
        {
            return type.Read(bytes);
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or InvalidDataException)
        {
            throw new SerializationException($"'{manifest}' cannot be read: {error.Message}", error);
        }
    }

    private DataType TypeOf(object message) => byType.TryGetValue(message.GetType(), out var type)
        ? type
        : throw new SerializationException($"{message.GetType().FullName} is no data message.");
}
