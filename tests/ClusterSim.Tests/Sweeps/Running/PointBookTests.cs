using ClusterSim.Sweeps.Running;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Running;

public sealed class PointBookTests
{
    [Fact]
    public void TopUp_ManyOpenPoints_HandsTwoForEachSlot()
    {
        var book = Book(10);
        book.Join("a", "node", 2);

        Assert.Equal([0, 1, 2, 3], book.TopUp("a").Select(handed => handed.Point));
        Assert.Empty(book.TopUp("a"));
    }

    [Fact]
    public void TopUp_FewOpenPoints_LeavesNoneToWaitInAHand()
    {
        var book = Book(3);
        book.Join("a", "first", 2);
        book.Join("b", "second", 2);

        Assert.Equal([0, 1], book.TopUp("a").Select(handed => handed.Point));
        Assert.Equal([2], book.TopUp("b").Select(handed => handed.Point));
    }

    [Fact]
    public void TopUp_FinishedPoints_AreNotHanded()
    {
        var book = new PointBook<string>([PointState.Done, PointState.Open, PointState.Failed, PointState.Open]);
        book.Join("a", "node", 4);

        Assert.Equal([1, 3], book.TopUp("a").Select(handed => handed.Point));
        Assert.Equal((1, 1, 0), (book.Done, book.Failed, book.Open));
    }

    [Fact]
    public void Compare_PointThatAWorkerDoesNotNameTwice_IsHandedAgainAsTheSameAttempt()
    {
        var book = Book(4);
        book.Join("a", "node", 2);
        book.TopUp("a");

        Assert.Empty(book.Compare("a", [0, 2]));
        Assert.Equal([new Handout(1, 1)], book.Compare("a", [0, 2, 3]));
        Assert.Empty(book.Compare("a", [0, 1, 2]));
        Assert.Empty(book.Compare("stranger", []));
    }

    [Fact]
    public void Finish_LateAnswerOfAnEarlierAttempt_ChangesNothing()
    {
        var book = Book(1);
        book.Join("a", "first", 1);
        book.Join("b", "second", 1);
        var first = book.TopUp("a").Single();
        book.Lose("a");

        Assert.False(book.Finish("a", 0, first.Attempt, hasFailed: false));
        var second = book.TopUp("b").Single();
        Assert.Equal(first.Attempt + 1, second.Attempt);
        book.Join("a", "first", 1);
        Assert.False(book.Finish("a", 0, first.Attempt, hasFailed: false));
        Assert.False(book.Finish("b", 0, first.Attempt, hasFailed: false));
        Assert.True(book.Finish("b", 0, second.Attempt, hasFailed: false));
        Assert.False(book.Finish("b", 0, second.Attempt, hasFailed: true));
        Assert.Equal((1, 0, true), (book.Done, book.Failed, book.IsComplete));
    }

    [Fact]
    public void Lose_PointThatTookTwoWorkersDown_FailsAndIsNotTriedOnAThird()
    {
        var book = Book(1);
        Assert.Empty(LoseWhileItRuns("a"));

        var (point, _, error) = Assert.Single(LoseWhileItRuns("b"));

        Assert.Equal((0, "2 workers ended while they ran this point (node of a, node of b). It is not tried on another."), (point, error));
        Assert.True(book.IsComplete);

        IReadOnlyList<(int Point, int Attempt, string Error)> LoseWhileItRuns(string worker)
        {
            book.Join(worker, $"node of {worker}", 1);
            var handed = book.TopUp(worker).Single();
            book.Start(worker, handed.Point, handed.Attempt);
            return book.Lose(worker);
        }
    }

    [Fact]
    public void Lose_PointThatOnlyWaited_IsNotBlamed()
    {
        var book = Book(1);
        foreach (var worker in new[] { "a", "b", "c" })
        {
            book.Join(worker, worker, 1);
            book.TopUp(worker);
            Assert.Empty(book.Lose(worker));
        }

        Assert.Equal(1, book.Open);
    }

    [Fact]
    public void Leave_RunningPoint_GoesBackUnblamed()
    {
        var book = Book(2);
        foreach (var worker in new[] { "a", "b", "c" })
        {
            book.Join(worker, worker, 2);
            foreach (var handed in book.TopUp(worker))
            {
                book.Start(worker, handed.Point, handed.Attempt);
            }

            book.Leave(worker);
        }

        Assert.Equal((2, 0), (book.Open, book.Failed));
    }

    /// <summary>Draws what happens, in any order, and keeps every answer that was ever due, to be given late or twice.</summary>
    [Fact]
    public void Points_UnderAnyOrderOfAnswersAndLosses_AreEachFinishedOnce() =>
        Gen.Select(Gen.Int[1, 12], Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 1000]).Array[0, 200]).Sample((count, steps) =>
        {
            var book = Book(count);
            var answers = new List<(string Worker, Handout Handed)>();
            var finished = new int[count];
            foreach (var (what, who, which) in steps)
            {
                Step(book, answers, finished, what, $"worker {who}", which);
                CheckInvariants(book, finished);
            }

            // Whoever is left over at last gets everything done.
            foreach (var worker in book.Workers.Keys.ToArray())
            {
                book.Leave(worker);
            }

            book.Join("last", "last", 3);
            while (book.TopUp("last") is { Count: > 0 } handed)
            {
                foreach (var one in handed)
                {
                    finished[one.Point] += book.Finish("last", one.Point, one.Attempt, hasFailed: false) ? 1 : 0;
                }
            }

            Assert.True(book.IsComplete);
            Assert.All(finished, times => Assert.Equal(1, times));
        });

    private static void Step(PointBook<string> book, List<(string Worker, Handout Handed)> answers, int[] finished, int what, string worker, int which)
    {
        switch (what)
        {
            case 0:
                book.Join(worker, worker, 1 + which % 3);
                break;
            case 1:
                answers.AddRange(book.TopUp(worker).Select(handed => (worker, handed)));
                break;
            case 2 when answers.Count > 0:
                var started = answers[which % answers.Count];
                book.Start(started.Worker, started.Handed.Point, started.Handed.Attempt);
                break;
            case 3 when answers.Count > 0:
                var (from, answered) = answers[which % answers.Count];
                finished[answered.Point] += book.Finish(from, answered.Point, answered.Attempt, hasFailed: which % 5 == 0) ? 1 : 0;
                break;
            case 4:
                book.Leave(worker);
                break;
            case 5:
                foreach (var (point, _, _) in book.Lose(worker))
                {
                    finished[point]++;
                }

                break;
            default:
                break;
        }
    }

    private static void CheckInvariants(PointBook<string> book, int[] finished)
    {
        var inHand = book.Workers.Values.Sum(hand => hand.Points.Count);
        Assert.Equal(book.Total, book.Open + inHand + book.Done + book.Failed);
        Assert.Equal(finished.Sum(), book.Done + book.Failed);
        Assert.All(finished, times => Assert.InRange(times, 0, 1));
        Assert.Equal(inHand, book.Workers.Values.SelectMany(hand => hand.Points).Distinct().Count());
    }

    private static PointBook<string> Book(int count) => new(new PointState[count]);
}
