using ClusterSim.Sweeps.Running;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Running;

public sealed class WorkerBookTests
{
    private readonly WorkerBook book = new(slots: 2);

    [Fact]
    public void Next_AllSlotsTaken_GivesNoneUntilOneIsFinished()
    {
        Array.ForEach([0, 1, 2], point => book.Take(Work(point)));

        Assert.Equal([0, 1, null], [book.Next()?.Point, book.Next()?.Point, book.Next()?.Point]);
        book.Finish(ScriptedRunner.Result(Work(1)));
        Assert.Equal(2, book.Next()?.Point);
    }

    [Fact]
    public void Describe_PointsThatWaitForASlot_NamesOnlyThoseThatRun()
    {
        Array.ForEach([0, 1, 2], point => book.Take(Work(point)));
        book.Next();
        book.Next();

        Assert.Equal("", book.Describe());
        book.Start(1);
        Assert.Equal("point 1", book.Describe());
        book.Start(0);
        Assert.Equal("points 0, 1", book.Describe());
        book.Finish(ScriptedRunner.Result(Work(1)));
        Assert.Equal("point 0", book.Describe());
    }

    [Fact]
    public void Take_PointThatIsHereAlready_IsRunOnce()
    {
        book.Take(Work(0));
        book.Next();
        book.Take(Work(0));
        Assert.Null(book.Next());

        book.Finish(ScriptedRunner.Result(Work(0)));
        book.Take(Work(0));
        Assert.Null(book.Next());
    }

    [Fact]
    public void Take_LaterAttemptOfAPoint_ReplacesTheResultOfTheEarlierOne()
    {
        Finish(Work(0));
        book.Take(Work(0, attempt: 2));

        Assert.Equal(2, book.Next()?.Attempt);
        book.Unkept();
        Assert.Empty(book.Unkept());
    }

    [Fact]
    public void Unkept_ResultThatIsNotForgotten_IsToldAgainFromTheSecondTimeOn()
    {
        Finish(Work(0));

        Assert.Empty(book.Unkept());
        Assert.Equal(0, Assert.Single(book.Unkept()).Point);
        book.Forget(0, attempt: 1);
        Assert.Empty(book.Unkept());
    }

    [Fact]
    public void Held_WaitingRunningAndUnkeptPoints_AreAllNamed()
    {
        Finish(Work(3));
        Array.ForEach([0, 1, 2], point => book.Take(Work(point)));
        book.Next();

        Assert.Equal([0, 1, 2, 3], book.Held());
        book.Forget(3, attempt: 1);
        Assert.Equal([0, 1, 2], book.Held());
    }

    private void Finish(PointWork work)
    {
        book.Take(work);
        book.Next();
        book.Finish(ScriptedRunner.Result(work));
    }

    private static PointWork Work(int point, int attempt = 1) => new(point, attempt, "");
}
