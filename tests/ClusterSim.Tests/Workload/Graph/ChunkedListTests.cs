using ClusterSim.Workload.Graph;
using Xunit;

namespace ClusterSim.Tests.Workload.Graph;

public sealed class ChunkedListTests
{
    private const int SeveralChunks = 600_000;

    [Fact]
    public void Add_MoreThanAChunk_KeepsEveryItem()
    {
        var list = new ChunkedList<int>();

        for (var i = 0; i < SeveralChunks; i++)
        {
            list.Add(i);
        }

        Assert.Equal(Enumerable.Range(0, SeveralChunks), Enumerable.Range(0, list.Count).Select(i => list[i]));
    }

    [Fact]
    public void AddRange_AcrossChunks_KeepsEveryItem()
    {
        var list = new ChunkedList<int>();
        list.Add(-1);

        list.AddRange([.. Enumerable.Range(0, SeveralChunks)]);

        Assert.Equal(Enumerable.Range(-1, SeveralChunks + 1), Enumerable.Range(0, list.Count).Select(i => list[i]));
    }

    [Fact]
    public void CopyTo_StretchAcrossChunks_CopiesIt()
    {
        var list = new ChunkedList<int>();
        list.AddRange([.. Enumerable.Range(0, SeveralChunks)]);
        var target = new int[SeveralChunks - 20];

        list.CopyTo(10, target);

        Assert.Equal(Enumerable.Range(10, SeveralChunks - 20), target);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(1 << 18)]
    [InlineData(SeveralChunks)]
    public void Trim_AnyLength_KeepsEveryItem(int length)
    {
        var list = new ChunkedList<int>();
        list.AddRange([.. Enumerable.Range(0, length)]);

        list.Trim();

        Assert.Equal(Enumerable.Range(0, length), Enumerable.Range(0, list.Count).Select(i => list[i]));
    }

    [Fact]
    public void Clear_ListWithItems_StartsAnew()
    {
        var list = new ChunkedList<int>();
        list.AddRange([1, 2, 3]);

        list.Clear();
        list.Add(7);

        Assert.Equal((1, 7), (list.Count, list[0]));
    }
}
