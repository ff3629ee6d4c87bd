using Google.Protobuf;

namespace ClusterSim.Workload.Chakra;

/// <summary>What one Node message of a trace says, before it is judged. Points into the message.</summary>
internal ref struct NodeMessage
{
    public ulong Id { get; private set; }

    public ReadOnlySpan<byte> Name { get; private set; }

    public ulong Type { get; private set; }

    public ulong DurationMicros { get; private set; }

    /// <summary>What stands in <c>inputs.values</c>.</summary>
    public ReadOnlySpan<byte> InputValues { get; private set; }

    public AttributeValue IsCpuOperation { get; private set; }

    public AttributeValue Operations { get; private set; }

    public AttributeValue TensorSize { get; private set; }

    public AttributeValue CommType { get; private set; }

    public AttributeValue CommSize { get; private set; }

    public AttributeValue CommPriority { get; private set; }

    public AttributeValue CommSource { get; private set; }

    public AttributeValue CommDestination { get; private set; }

    public AttributeValue CommTag { get; private set; }

    public AttributeValue CommRoot { get; private set; }

    public AttributeValue GroupName { get; private set; }

    public AttributeValue InvolvedDimensions { get; private set; }

    public AttributeValue InputTensors { get; private set; }

    public AttributeValue OutputTensors { get; private set; }

    /// <summary>Reads a message. Fields and attributes that mean nothing here are skipped.</summary>
    /// <param name="message">The message without its length.</param>
    /// <param name="dependencies">Is filled with the control and data dependencies.</param>
    /// <param name="node">What the message says.</param>
    /// <returns>False if it is no Node message.</returns>
    public static bool TryParse(ReadOnlySpan<byte> message, List<ulong> dependencies, out NodeMessage node)
    {
        node = default;
        dependencies.Clear();
        var reader = new WireReader(message);
        while (reader.Next())
        {
            if (!node.TrySet(reader, dependencies))
            {
                return false;
            }
        }

        return !reader.IsMalformed;
    }

    private static bool TryAddDependencies(in WireReader reader, List<ulong> dependencies)
    {
        if (reader.Type == WireFormat.WireType.Varint)
        {
            dependencies.Add(reader.Number);
            return true;
        }

        if (reader.Type != WireFormat.WireType.LengthDelimited)
        {
            return false;
        }

        var packed = reader.Bytes;
        while (!packed.IsEmpty)
        {
            if (!WireReader.TryReadVarint(ref packed, out var id))
            {
                return false;
            }

            dependencies.Add(id);
        }

        return true;
    }

    private bool TrySet(in WireReader reader, List<ulong> dependencies)
    {
        var isVarint = reader.Type == WireFormat.WireType.Varint;
        var isBytes = reader.Type == WireFormat.WireType.LengthDelimited;
        switch (reader.Field)
        {
            case Node.IdFieldNumber:
                Id = reader.Number;
                return isVarint;
            case Node.NameFieldNumber:
                Name = reader.Bytes;
                return isBytes;
            case Node.TypeFieldNumber:
                Type = reader.Number;
                return isVarint;
            case Node.CtrlDepsFieldNumber or Node.DataDepsFieldNumber:
                return TryAddDependencies(reader, dependencies);
            case Node.StartTimeMicrosFieldNumber:
                return isVarint;
            case Node.DurationMicrosFieldNumber:
                DurationMicros = reader.Number;
                return isVarint;
            case Node.InputsFieldNumber:
                return isBytes && TrySetInputs(reader.Bytes);
            case Node.OutputsFieldNumber:
                return isBytes;
            case Node.AttrFieldNumber:
                return isBytes && TrySetAttribute(reader.Bytes);
            default:
                return true;
        }
    }

    private bool TrySetInputs(ReadOnlySpan<byte> message)
    {
        var reader = new WireReader(message);
        while (reader.Next())
        {
            if (reader.Field == IOInfo.ValuesFieldNumber)
            {
                InputValues = reader.Bytes;
            }
        }

        return !reader.IsMalformed;
    }

    private bool TrySetAttribute(ReadOnlySpan<byte> message)
    {
        if (!AttributeValue.TryParse(message, out var name, out var value))
        {
            return false;
        }

        if (name.SequenceEqual("is_cpu_op"u8))
        {
            IsCpuOperation = value;
        }
        else if (name.StartsWith("comm_"u8))
        {
            SetCommunication(name["comm_".Length..], value);
        }
        else if (name.SequenceEqual("tensor_size"u8))
        {
            TensorSize = value;
        }
        else if (name.SequenceEqual("num_ops"u8))
        {
            Operations = value;
        }
        else if (name.SequenceEqual("pg_name"u8))
        {
            GroupName = value;
        }
        else if (name.SequenceEqual("involved_dim"u8))
        {
            InvolvedDimensions = value;
        }
        else if (name.SequenceEqual("inputs"u8))
        {
            InputTensors = value;
        }
        else if (name.SequenceEqual("outputs"u8))
        {
            OutputTensors = value;
        }

        return true;
    }

    private void SetCommunication(ReadOnlySpan<byte> name, AttributeValue value)
    {
        if (name.SequenceEqual("size"u8))
        {
            CommSize = value;
        }
        else if (name.SequenceEqual("type"u8))
        {
            CommType = value;
        }
        else if (name.SequenceEqual("src"u8))
        {
            CommSource = value;
        }
        else if (name.SequenceEqual("dst"u8))
        {
            CommDestination = value;
        }
        else if (name.SequenceEqual("tag"u8))
        {
            CommTag = value;
        }
        else if (name.SequenceEqual("priority"u8))
        {
            CommPriority = value;
        }
        else if (name.SequenceEqual("root"u8))
        {
            CommRoot = value;
        }
    }
}
