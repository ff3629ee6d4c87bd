using ClusterSim.Engine.Sites;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Engine.Sites;

public sealed class DueSitesTests
{
    [Fact]
    public void TakeAndBorrow_InAnyOrder_GiveEveryPlaceOnce() =>
        Gen.Select(Gen.Int[0, 500].Array[1, 20], Gen.Bool.Array[1, 200]).Sample((windows, turns) =>
        {
            var due = new DueSites(500);
            var turn = 0;
            foreach (var count in windows)
            {
                Assert.Equal(Enumerable.Range(0, count), RunWindow(due, count, () => turns[turn++ % turns.Length]).Order());
            }
        });

    [Fact]
    public void TryBorrow_AfterWindowsInWhichThePeerHadTime_GivesMoreAndMore()
    {
        var due = new DueSites(100);
        var borrowed = Enumerable.Range(0, 20).Select(_ => BorrowedIn(due, 100)).ToArray();

        Assert.Equal(0, borrowed[0]);
        Assert.True(borrowed[^1] > 10, string.Join(' ', borrowed));
    }

    [Fact]
    public void AwaitReturn_WithPlacesThatNobodyTook_DoesNotWaitForThem()
    {
        var due = new DueSites(100);
        due.Open(100);
        Assert.True(due.TryTake(out _, out _));

        Assert.Equal(100, due.AwaitReturn());
    }

    // The peer asks first in every window, and is through at once.
    private static int BorrowedIn(DueSites due, int count)
    {
        due.Open(count);
        var borrowed = 0;
        while (due.TryBorrow(out var first, out var end))
        {
            borrowed += end - first;
            due.Return(end - first);
        }

        while (due.TryTake(out _, out _))
        {
        }

        Assert.Equal(count - borrowed, due.AwaitReturn());
        return borrowed;
    }

    private static List<int> RunWindow(DueSites due, int count, Func<bool> isPeersTurn)
    {
        var places = new List<int>();
        due.Open(count);
        var isOver = false;
        while (!isOver)
        {
            if (isPeersTurn() && due.TryBorrow(out var first, out var end))
            {
                places.AddRange(Enumerable.Range(first, end - first));
                due.Return(end - first);
            }
            else if (due.TryTake(out first, out end))
            {
                places.AddRange(Enumerable.Range(first, end - first));
            }
            else
            {
                isOver = true;
            }
        }

        due.AwaitReturn();
        return places;
    }
}
