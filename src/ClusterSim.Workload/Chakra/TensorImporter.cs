using System.Buffers.Text;
using System.Text;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Chakra;

/// <summary>
/// Reads the attributes <c>inputs</c> and <c>outputs</c>: lists of texts in which the name of a tensor and its size in
/// bytes alternate.
/// </summary>
internal sealed class TensorImporter
{
    private const int LongestStackName = 256;

    private readonly GraphBuilder builder;
    private readonly AttributeChecks checks;

    public TensorImporter(GraphBuilder builder, AttributeChecks checks)
    {
        this.builder = builder;
        this.checks = checks;
    }

    /// <summary>Replaces the content of a list by the tensors of an attribute.</summary>
    public void Read(in NodeMessage message, AttributeValue value, string name, List<TensorUse> uses)
    {
        uses.Clear();
        if (!value.IsPresent)
        {
            return;
        }

        if (!value.IsTextList)
        {
            checks.Report(message, $"{name} is of kind {value.KindName}; allowed: a list of strings.");
            return;
        }

        var reader = new WireReader(value.Bytes);
        while (reader.Next())
        {
            var tensor = reader.Bytes;
            if (!reader.Next())
            {
                checks.Report(message, $"{name} ends with the tensor {Printable.Name(tensor)}; its size must follow.");
                return;
            }

            uses.Add(new TensorUse(IndexOf(tensor), SizeOf(message, name, tensor, reader.Bytes)));
        }
    }

    private int IndexOf(ReadOnlySpan<byte> tensor)
    {
        var chars = tensor.Length <= LongestStackName ? stackalloc char[LongestStackName] : new char[tensor.Length];
        return builder.TensorIndex(chars[..Encoding.UTF8.GetChars(tensor, chars)]);
    }

    private ByteSize SizeOf(in NodeMessage message, string name, ReadOnlySpan<byte> tensor, ReadOnlySpan<byte> text)
    {
        if (Utf8Parser.TryParse(text, out long size, out var used) && used == text.Length && size is >= 0 and <= TraceLimits.MostBytes)
        {
            return new ByteSize(size);
        }

        checks.Report(
            message,
            $"{name} gives the tensor {Printable.Name(tensor)} the size '{Printable.Name(text)}'; "
            + $"allowed: 0 to {TraceLimits.MostBytes} bytes.");
        return ByteSize.Zero;
    }
}
