using Google.Protobuf;

namespace ClusterSim.Cluster.Wire;

/// <summary>A Protobuf message that may cross between nodes.</summary>
public sealed class DataType
{
    private DataType(string code, Type type, MessageParser parser)
    {
        Code = code;
        Type = type;
        Parser = parser;
    }

    /// <summary>Its name on the wire; short, and frozen.</summary>
    public string Code { get; }

    public Type Type { get; }

    /// <summary>What reads it.</summary>
    public MessageParser Parser { get; }

    public static DataType Of<T>(string code, MessageParser<T> parser)
        where T : IMessage<T> =>
        new(code, typeof(T), parser);
}
