using ClusterSim.Engine.Sites;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Engine.Sites;

public sealed class SiteScheduleTests
{
    private const int Sites = 200;

    private static readonly Gen<(int Site, long Time)[]> Additions = Gen.Select(Gen.Int[0, Sites - 1], Gen.Long[0, 100]).Array[0, 300];

    [Fact]
    public void TakeBefore_AnyTimes_GivesTheSitesThatAreDueAscendingOnce()
    {
        Gen.Select(Additions, Gen.Long[0, 110]).Sample((additions, limit) =>
        {
            var schedule = Filled(additions);

            var due = Take(schedule, limit);

            Assert.Equal(additions.Where(addition => addition.Time < limit).Select(addition => addition.Site).Distinct().Order(), due);
            Assert.Empty(Take(schedule, limit));
        });
    }

    [Fact]
    public void Earliest_AfterSitesWereTaken_IsThatOfTheOthers()
    {
        Gen.Select(Additions, Gen.Long[0, 110]).Sample((additions, limit) =>
        {
            var schedule = Filled(additions);
            var taken = Take(schedule, limit).ToHashSet();

            var others = additions.Where(addition => !taken.Contains(addition.Site)).Select(addition => addition.Time);
            Assert.Equal(others.DefaultIfEmpty(long.MaxValue).Min(), schedule.Earliest);
        });
    }

    [Fact]
    public void Add_ALaterTime_ChangesNothing()
    {
        var schedule = new SiteSchedule(Sites);
        schedule.Add(3, 10);
        schedule.Add(3, 20);

        Assert.Equal(10, schedule.Earliest);
    }

    private static SiteSchedule Filled((int Site, long Time)[] additions)
    {
        var schedule = new SiteSchedule(Sites);
        foreach (var (site, time) in additions)
        {
            schedule.Add(site, time);
        }

        return schedule;
    }

    private static int[] Take(SiteSchedule schedule, long limit)
    {
        var due = new int[Sites];
        return due[..schedule.TakeBefore(limit, due)];
    }
}
