using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;

namespace ClusterSim.Engine;

/// <summary>
/// Stands in the place of the JSON serialiser that Akka loads by default, which takes 2 MiB. An embedded
/// engine sends nothing anywhere, so nothing is ever to be serialised.
/// </summary>
internal sealed class RefusingSerializer : Serializer
{
    // Akka makes it with these two, because its default has settings.
    public RefusingSerializer(ExtendedActorSystem system, Config settings)
        : base(system)
    {
        ArgumentNullException.ThrowIfNull(settings);
    }

    public override bool IncludeManifest => false;

    public override byte[] ToBinary(object obj) => throw Refusal(obj.GetType());

    public override object FromBinary(byte[] bytes, Type type) => throw Refusal(type);

    private static NotSupportedException Refusal(Type? type) => new($"An embedded engine does not serialise {type?.Name ?? "anything"}.");
}
