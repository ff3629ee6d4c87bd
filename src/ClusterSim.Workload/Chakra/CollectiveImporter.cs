using System.Text;
using ClusterSim.Core.Collectives;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Graph;
using Google.Protobuf;

namespace ClusterSim.Workload.Chakra;

/// <summary>Judges what COMM_COLL nodes say about their collectives.</summary>
internal sealed class CollectiveImporter
{
    private const int LongestStackName = 256;

    private readonly GraphBuilder builder;
    private readonly AttributeChecks checks;
    private readonly TraceOptions options;

    public CollectiveImporter(GraphBuilder builder, AttributeChecks checks, TraceOptions options)
    {
        this.builder = builder;
        this.checks = checks;
        this.options = options;
    }

    public TraceNode Complete(TraceNode node, in NodeMessage message)
    {
        checks.Require(message, message.CommType, "comm_type");
        var kind = KindOf(message);
        if (NeedsSize(kind))
        {
            checks.Require(message, message.CommSize, "comm_size");
        }

        return node with
        {
            Collective = kind,
            Size = checks.Size(message, message.CommSize, "comm_size"),
            Peer = RootOf(message, kind),
            Priority = (int)(checks.Integer(message, message.CommPriority, "comm_priority", int.MinValue, int.MaxValue) ?? 0),
            Group = GroupOf(message),
            InvolvedDimensions = InvolvedDimensionsOf(message),
        };
    }

    private static uint ToMask(ReadOnlySpan<byte> boolList)
    {
        var mask = uint.MaxValue;
        var dimension = 0;
        var reader = new WireReader(boolList);
        while (reader.Next())
        {
            if (reader.Type == WireFormat.WireType.Varint)
            {
                Exclude(ref mask, dimension++, reader.Number == 0);
                continue;
            }

            var packed = reader.Bytes;
            while (WireReader.TryReadVarint(ref packed, out var isInvolved))
            {
                Exclude(ref mask, dimension++, isInvolved == 0);
            }
        }

        return mask;
    }

    private static void Exclude(ref uint mask, int dimension, bool isExcluded)
    {
        if (isExcluded && dimension < 32)
        {
            mask &= ~(1u << dimension);
        }
    }

    // A barrier has messages of no bytes by default.
    private bool NeedsSize(CollectiveKind kind) => kind switch
    {
        CollectiveKind.Barrier => false,
        CollectiveKind.Broadcast => options.SimulatesBroadcasts,
        _ => true,
    };

    private CollectiveKind KindOf(in NodeMessage message)
    {
        if (checks.Integer(message, message.CommType, "comm_type", long.MinValue, long.MaxValue) is not { } type)
        {
            return default;
        }

        var isKnown = type is >= (long)CollectiveKind.AllReduce and <= (long)CollectiveKind.Barrier;
        var kind = isKnown ? (CollectiveKind)type : default;
        if (!isKnown || !(options.ReplayOnly || CollectiveNames.CanSimulate(kind)))
        {
            var given = isKnown ? $"{type} ({CollectiveNames.InTraces(kind)}), which cannot be simulated" : $"{type}";
            var allowed = CollectiveNames.Simulated.Select(each => $"{(int)each} ({CollectiveNames.InTraces(each)})");
            checks.Report(message, $"comm_type is {given}; allowed: {string.Join(", ", allowed)}.");
        }

        return kind;
    }

    // Of a kind without a root, the attribute means nothing.
    private int RootOf(in NodeMessage message, CollectiveKind kind) =>
        KindTraits.HasRoot(kind) ? (int)(checks.Integer(message, message.CommRoot, "comm_root", 0, int.MaxValue) ?? 0) : 0;

    private int GroupOf(in NodeMessage message)
    {
        if (!message.GroupName.IsPresent)
        {
            return -1;
        }

        if (!message.GroupName.IsText)
        {
            checks.Report(message, $"pg_name is of kind {message.GroupName.KindName}; allowed: a string.");
            return -1;
        }

        var text = message.GroupName.Bytes;
        var chars = text.Length <= LongestStackName ? stackalloc char[LongestStackName] : new char[text.Length];
        return builder.GroupIndex(chars[..Encoding.UTF8.GetChars(text, chars)]);
    }

    // Dimensions that are not listed are involved, as all are when there is no list.
    private uint InvolvedDimensionsOf(in NodeMessage message)
    {
        if (!message.InvolvedDimensions.IsPresent)
        {
            return uint.MaxValue;
        }

        if (!message.InvolvedDimensions.IsBoolList)
        {
            checks.Report(message, $"involved_dim is of kind {message.InvolvedDimensions.KindName}; allowed: a list of bools.");
            return uint.MaxValue;
        }

        return ToMask(message.InvolvedDimensions.Bytes);
    }
}
