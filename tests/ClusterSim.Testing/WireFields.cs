using Google.Protobuf.Reflection;

namespace ClusterSim.Testing;

/// <summary>The numbers and types of Protobuf messages as text, to be held by a golden file: what is on the wire must not change.</summary>
public static class WireFields
{
    /// <summary>Every field of every message of a file, a line each.</summary>
    public static string Of(FileDescriptor file) => string.Concat(
        file.MessageTypes.SelectMany(message => message.Fields.InFieldNumberOrder().Select(field => $"{message.Name} {Describe(field)}\n")));

    private static string Describe(FieldDescriptor field)
    {
        var type = field.FieldType == FieldType.Message ? field.MessageType.Name : field.FieldType.ToString();
        return $"{field.FieldNumber} {(field.IsRepeated ? "repeated " : "")}{type} {field.Name}";
    }
}
