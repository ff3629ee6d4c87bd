using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using Hyperion;

namespace ClusterSim.Cluster.Wire;

/// <summary>Writes and reads control messages with Hyperion: the types of a list and nothing else.</summary>
internal sealed class ControlSerializer : SerializerWithStringManifest
{
    private readonly Dictionary<Type, string> codes;
    private readonly Dictionary<string, Type> types;
    private readonly Lazy<Hyperion.Serializer> hyperion;

    public ControlSerializer(ExtendedActorSystem? system, IReadOnlyList<ControlType> known)
        : base(system)
    {
        codes = known.ToDictionary(type => type.Type, type => type.Code);
        types = known.ToDictionary(type => type.Code, type => type.Type, StringComparer.Ordinal);

        // Made at the first message: it takes longer than all else that a joining node does.
        hyperion = new(() => Make(known));
    }

    public override int Identifier => SerializerIds.Control;

    public override string Manifest(object o) =>
        codes.TryGetValue(o.GetType(), out var code) ? code : throw new SerializationException($"{o.GetType().FullName} is no control message.");

    public override byte[] ToBinary(object obj)
    {
        Manifest(obj);
        using var stream = new MemoryStream();
        hyperion.Value.Serialize(obj, stream);
        return stream.ToArray();
    }

    public override object FromBinary(byte[] bytes, string manifest)
    {
        if (!types.TryGetValue(manifest, out var type))
        {
            throw new SerializationException($"No control message is called '{manifest}'.");
        }

        using var stream = new MemoryStream(bytes, writable: false);
        var message = Read(stream, manifest);
        return message?.GetType() == type && stream.Position == stream.Length
            ? message
            : throw new SerializationException($"What came as '{manifest}' is {message?.GetType().Name ?? "nothing"}, or has more behind it.");
    }

    // Hyperion fails in many ways on bytes that it has not written. To Akka only this one means that a message is refused.
    private object? Read(Stream stream, string manifest)
    {
        try
        {
            return hyperion.Value.Deserialize(stream);
        }
        catch (Exception error)
        {
            throw new SerializationException($"'{manifest}' cannot be read: {error.GetType().Name}.", error);
        }
    }

    private static Hyperion.Serializer Make(IReadOnlyList<ControlType> known) => new(new SerializerOptions(
        versionTolerance: false,
        preserveObjectReferences: false,
        surrogates: null,
        serializerFactories: null,
        knownTypes: known.Select(type => type.Type),
        ignoreISerializable: true,
        packageNameOverrides: null,
        disallowUnsafeTypes: true,
        typeFilter: new KnownTypes([.. known.Select(type => type.Type), .. known.SelectMany(type => type.Parts)])));
}
