using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ClusterSim.Cluster.Wire;

/// <summary>A message that crosses between nodes as Protobuf: one of Protobuf's own, or a record with a translation.</summary>
public sealed class DataType
{
    private readonly Func<object, IMessage> encode;
    private readonly Func<byte[], object> decode;

    private DataType(string code, Type type, MessageDescriptor layout, Func<object, IMessage> encode, Func<byte[], object> decode)
    {
        Code = code;
        Type = type;
        Layout = layout;
        this.encode = encode;
        this.decode = decode;
    }

    /// <summary>Its name on the wire; short, and frozen.</summary>
    public string Code { get; }

    /// <summary>What actors send and get.</summary>
    public Type Type { get; }

    /// <summary>How it looks on the wire.</summary>
    public MessageDescriptor Layout { get; }

    /// <summary>A message of Protobuf, of a project that does not show its types.</summary>
    public static DataType Of(string code, MessageDescriptor message) =>
        new(code, message.ClrType, message, sent => (IMessage)sent, bytes => message.Parser.ParseFrom(bytes));

    /// <summary>A message of Protobuf.</summary>
    public static DataType Of<T>(string code, MessageParser<T> parser)
        where T : IMessage<T>, new() =>
        new(code, typeof(T), new T().Descriptor, message => (T)message, bytes => parser.ParseFrom(bytes));

    /// <summary>A record that travels as a message of Protobuf.</summary>
    /// <param name="code">Its name on the wire.</param>
    /// <param name="encode">Makes what travels.</param>
    /// <param name="parser">Reads what travels.</param>
    /// <param name="decode">Makes the record of it; an <see cref="InvalidDataException"/> refuses it.</param>
    public static DataType Of<T, TWire>(string code, Func<T, TWire> encode, MessageParser<TWire> parser, Func<TWire, T> decode)
        where T : class
        where TWire : IMessage<TWire>, new() =>
        new(code, typeof(T), new TWire().Descriptor, message => encode((T)message), bytes => decode(parser.ParseFrom(bytes)));

    internal byte[] Write(object message) => encode(message).ToByteArray();

    /// <exception cref="InvalidProtocolBufferException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It can be read, and makes no sense.</exception>
    internal object Read(byte[] bytes) => decode(bytes);
}
