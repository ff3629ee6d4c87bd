using ClusterSim.Workload.Chakra;

namespace ClusterSim.Workload.Rescaling;

/// <summary>Changes integers in attributes, which keep the width in which they were written.</summary>
internal static class IntegerAttribute
{
    /// <summary>The value; null if the attribute is no integer.</summary>
    public static long? Get(AttributeProto attribute) => attribute.ValueCase switch
    {
        AttributeProto.ValueOneofCase.Int32Val => attribute.Int32Val,
        AttributeProto.ValueOneofCase.Int64Val => attribute.Int64Val,
        AttributeProto.ValueOneofCase.Uint32Val => attribute.Uint32Val,
        AttributeProto.ValueOneofCase.Uint64Val => checked((long)attribute.Uint64Val),
        AttributeProto.ValueOneofCase.Sint32Val => attribute.Sint32Val,
        AttributeProto.ValueOneofCase.Sint64Val => attribute.Sint64Val,
        AttributeProto.ValueOneofCase.Fixed32Val => attribute.Fixed32Val,
        AttributeProto.ValueOneofCase.Fixed64Val => checked((long)attribute.Fixed64Val),
        AttributeProto.ValueOneofCase.Sfixed32Val => attribute.Sfixed32Val,
        AttributeProto.ValueOneofCase.Sfixed64Val => attribute.Sfixed64Val,
        _ => null,
    };

    /// <summary>Replaces the value; does nothing if the attribute is no integer.</summary>
    /// <exception cref="OverflowException">The new value does not fit the attribute's width.</exception>
    public static void Set(AttributeProto attribute, Func<long, long> change)
    {
        if (Get(attribute) is not { } value)
        {
            return;
        }

        var changed = change(value);
        checked
        {
            switch (attribute.ValueCase)
            {
                case AttributeProto.ValueOneofCase.Int32Val:
                    attribute.Int32Val = (int)changed;
                    break;
                case AttributeProto.ValueOneofCase.Int64Val:
                    attribute.Int64Val = changed;
                    break;
                case AttributeProto.ValueOneofCase.Uint32Val:
                    attribute.Uint32Val = (uint)changed;
                    break;
                case AttributeProto.ValueOneofCase.Uint64Val:
                    attribute.Uint64Val = (ulong)changed;
                    break;
                case AttributeProto.ValueOneofCase.Sint32Val:
                    attribute.Sint32Val = (int)changed;
                    break;
                case AttributeProto.ValueOneofCase.Sint64Val:
                    attribute.Sint64Val = changed;
                    break;
                case AttributeProto.ValueOneofCase.Fixed32Val:
                    attribute.Fixed32Val = (uint)changed;
                    break;
                case AttributeProto.ValueOneofCase.Fixed64Val:
                    attribute.Fixed64Val = (ulong)changed;
                    break;
                case AttributeProto.ValueOneofCase.Sfixed32Val:
                    attribute.Sfixed32Val = (int)changed;
                    break;
                case AttributeProto.ValueOneofCase.Sfixed64Val:
                    attribute.Sfixed64Val = changed;
                    break;
            }
        }
    }
}
