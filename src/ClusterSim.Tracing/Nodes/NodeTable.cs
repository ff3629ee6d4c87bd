using ClusterSim.Engine.Recording;
using ClusterSim.Tracing.Files;
using Parquet;
using Parquet.Schema;

namespace ClusterSim.Tracing.Nodes;

/// <summary>The table <c>nodes.parquet</c>: a row for each node of a trace that ended, on each NPU.</summary>
internal sealed class NodeTable(TableFile file, INodeNames names)
{
    private const int RowsOfGroup = 1 << 16;

    private static readonly DataField<int> Npu = new("npu");
    private static readonly DataField<long> Node = new("node");
    private static readonly DataField<string> Name = new("name", false);
    private static readonly DataField<string> Kind = new("kind", false);
    private static readonly DataField<long> Start = new("start_ns");
    private static readonly DataField<long> End = new("end_ns");

    private readonly List<RecordedNode> rows = [];

    /// <summary>The columns, in their order.</summary>
    public static DataField[] Columns { get; } = [Npu, Node, Name, Kind, Start, End];

    /// <summary>Those that are near what they were a few rows before.</summary>
    public static DataField[] Growing { get; } = [Node, Start, End];

    /// <summary>Nodes that ended.</summary>
    public long Ended { get; private set; }

    /// <summary>Takes in a node.</summary>
    public async Task AddAsync(RecordedNode node)
    {
        Ended++;
        rows.Add(node);
        if (rows.Count == RowsOfGroup)
        {
            await WriteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Writes what was taken in.</summary>
    public async Task WriteAsync()
    {
        if (rows.Count > 0)
        {
            await file.WriteAsync(rows.Count, WriteColumnsAsync).ConfigureAwait(false);
            rows.Clear();
        }
    }

    private async Task WriteColumnsAsync(ParquetRowGroupWriter group)
    {
        await group.WriteAsync<int>(Npu, Column(row => row.Npu)).ConfigureAwait(false);
        await group.WriteAsync<long>(Node, Column(row => names.IdOf(row.Npu, row.Node))).ConfigureAwait(false);
        await group.WriteAsync(Name, Column(row => names.NameOf(row.Npu, row.Node))).ConfigureAwait(false);
        await group.WriteAsync(Kind, Column(row => names.KindOf(row.Npu, row.Node))).ConfigureAwait(false);
        await group.WriteAsync<long>(Start, Column(row => row.StartedAt)).ConfigureAwait(false);
        await group.WriteAsync<long>(End, Column(row => row.EndedAt)).ConfigureAwait(false);
    }

    private T[] Column<T>(Func<RecordedNode, T> valueOf) => [.. rows.Select(valueOf)];
}
