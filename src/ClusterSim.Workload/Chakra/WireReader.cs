using System.Buffers.Binary;
using Google.Protobuf;

namespace ClusterSim.Workload.Chakra;

/// <summary>
/// Walks over the fields of one protobuf message where it lies in memory. The library's own readers allocate a string or
/// an object for every field; a trace of a million nodes has tens of millions of them.
/// </summary>
internal ref struct WireReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> rest = message;

    /// <summary>The number of the current field.</summary>
    public int Field { get; private set; }

    /// <summary>How the current field's value is written.</summary>
    public WireFormat.WireType Type { get; private set; }

    /// <summary>The bits of the current value, if it is a number.</summary>
    public ulong Number { get; private set; }

    /// <summary>The current value, if it is a text, a message or a packed list.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Whether the walk ended early because this is no protobuf message.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>Reads a varint off the front of a span. False if it does not end there, or has more than 64 bits.</summary>
    public static bool TryReadVarint(ref ReadOnlySpan<byte> data, out ulong value)
    {
        // Tags, and most values, have one byte.
        if (!data.IsEmpty && data[0] < 0x80)
        {
            value = data[0];
            data = data[1..];
            return true;
        }

        value = 0;
        for (var i = 0; i < data.Length && i < 10; i++)
        {
            value |= (ulong)(data[i] & 0x7F) << (7 * i);
            if (data[i] < 0x80)
            {
                data = data[(i + 1)..];
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes to the next field. False at the end, and where the message is malformed.</summary>
    public bool Next()
    {
        if (rest.IsEmpty || IsMalformed)
        {
            return false;
        }

        IsMalformed = !TryReadTag() || !TryReadValue();
        return !IsMalformed;
    }

    private bool TryReadTag()
    {
        if (!TryReadVarint(ref rest, out var tag) || tag > uint.MaxValue)
        {
            return false;
        }

        Field = WireFormat.GetTagFieldNumber((uint)tag);
        Type = WireFormat.GetTagWireType((uint)tag);
        return Field > 0;
    }

    private bool TryReadValue()
    {
        switch (Type)
        {
            case WireFormat.WireType.Varint:
                var isRead = TryReadVarint(ref rest, out var number);
                Number = number;
                return isRead;
            case WireFormat.WireType.Fixed32 when rest.Length >= sizeof(uint):
                Number = BinaryPrimitives.ReadUInt32LittleEndian(rest);
                rest = rest[sizeof(uint)..];
                return true;
            case WireFormat.WireType.Fixed64 when rest.Length >= sizeof(ulong):
                Number = BinaryPrimitives.ReadUInt64LittleEndian(rest);
                rest = rest[sizeof(ulong)..];
                return true;
            case WireFormat.WireType.LengthDelimited when TryReadVarint(ref rest, out var length) && length <= (ulong)rest.Length:
                Bytes = rest[..(int)length];
                rest = rest[(int)length..];
                return true;
            default:
                // Groups, the remaining kind, do not exist in proto3.
                return false;
        }
    }
}
