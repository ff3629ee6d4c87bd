using Google.Protobuf;

namespace ClusterSim.Workload.Chakra;

/// <summary>The value of a node's attribute, still as bits: which of the many kinds it is and what it holds.</summary>
internal readonly ref struct AttributeValue
{
    // The number of the oneof's field that is set; 0 if the node does not have the attribute.
    private readonly int kind;
    private readonly ulong number;

    private AttributeValue(int kind, ulong number, ReadOnlySpan<byte> bytes)
    {
        this.kind = kind;
        this.number = number;
        Bytes = bytes;
    }

    public bool IsPresent => kind != 0;

    public bool IsText => kind == AttributeProto.StringValFieldNumber;

    public bool IsTextList => kind == AttributeProto.StringListFieldNumber;

    public bool IsBoolList => kind == AttributeProto.BoolListFieldNumber;

    /// <summary>The text, or the list's message.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>What kind it is, for messages: <c>double_val</c>.</summary>
    public string KindName => AttributeProto.Descriptor.FindFieldByNumber(kind).Name;

    /// <summary>Reads an AttributeProto. False if it is malformed.</summary>
    public static bool TryParse(ReadOnlySpan<byte> message, out ReadOnlySpan<byte> name, out AttributeValue value)
    {
        name = default;
        value = default;
        var reader = new WireReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case AttributeProto.NameFieldNumber when reader.Type == WireFormat.WireType.LengthDelimited:
                    name = reader.Bytes;
                    break;
                case >= AttributeProto.DoubleValFieldNumber and <= AttributeProto.BytesListFieldNumber
                    when reader.Type == TypeOf(reader.Field):
                    value = new AttributeValue(reader.Field, reader.Number, reader.Bytes);
                    break;
                case AttributeProto.DocStringFieldNumber when reader.Type == WireFormat.WireType.LengthDelimited:
                case > AttributeProto.BytesListFieldNumber:
                    break;
                default:
                    return false;
            }
        }

        return !reader.IsMalformed;
    }

    /// <summary>The value as an integer, of whatever width and sign it was written. False if it is none.</summary>
    public bool TryGetInteger(out Int128 value)
    {
        // Chakra's narrow kinds are kept in the low half of the bits; what stands above them is no part of the value.
        unchecked
        {
            Int128? integer = kind switch
            {
                AttributeProto.Int32ValFieldNumber or AttributeProto.Sfixed32ValFieldNumber => (int)number,
                AttributeProto.Int64ValFieldNumber or AttributeProto.Sfixed64ValFieldNumber => (long)number,
                AttributeProto.Uint32ValFieldNumber or AttributeProto.Fixed32ValFieldNumber => (uint)number,
                AttributeProto.Uint64ValFieldNumber or AttributeProto.Fixed64ValFieldNumber => number,
                AttributeProto.Sint32ValFieldNumber => (int)((uint)number >> 1) ^ -(int)(number & 1),
                AttributeProto.Sint64ValFieldNumber => (long)(number >> 1) ^ -(long)(number & 1),
                _ => null,
            };
            value = integer ?? 0;
            return integer is not null;
        }
    }

    /// <summary>The value as true or false; integers 0 and 1 will do. False if it is neither.</summary>
    public bool TryGetBool(out bool value)
    {
        if (kind == AttributeProto.BoolValFieldNumber)
        {
            value = number != 0;
            return true;
        }

        var isBool = TryGetInteger(out var integer) && integer >= 0 && integer <= 1;
        value = isBool && integer == 1;
        return isBool;
    }

    private static WireFormat.WireType TypeOf(int field) => field switch
    {
        AttributeProto.DoubleValFieldNumber => WireFormat.WireType.Fixed64,
        AttributeProto.FloatValFieldNumber => WireFormat.WireType.Fixed32,
        AttributeProto.Fixed32ValFieldNumber or AttributeProto.Sfixed32ValFieldNumber => WireFormat.WireType.Fixed32,
        AttributeProto.Fixed64ValFieldNumber or AttributeProto.Sfixed64ValFieldNumber => WireFormat.WireType.Fixed64,
        >= AttributeProto.StringValFieldNumber => WireFormat.WireType.LengthDelimited,
        _ => field % 2 == 0 ? WireFormat.WireType.LengthDelimited : WireFormat.WireType.Varint,
    };
}
