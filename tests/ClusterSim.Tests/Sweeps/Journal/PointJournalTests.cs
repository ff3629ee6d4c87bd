using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Planning;
using ClusterSim.Sweeps.Running;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Journal;

public sealed class PointJournalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => folder.PathOf("points.journal");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Find_AfterOpeningAgain_GivesWhatWasAppended()
    {
        var record = Record(7);
        using (var journal = PointJournal.Open(File))
        {
            journal.AppendBase(record.Base, "workload: {}\n");
            journal.Append(record);
            journal.Append(Record(8, error: "it failed"));
        }

        using var again = PointJournal.Open(File);

        Assert.Null(again.Damage);
        var found = again.Find(record.Run)!;
        Assert.Equal(record with { Result = found.Result }, found);
        Assert.Equivalent(record.Result, found.Result);
        Assert.Equal("workload: {}\n", again.FindBase(record.Base));
        Assert.Equal((false, true), (again.HasFailed(record.Run), again.HasFailed(Record(8).Run)));
        Assert.Null(again.Find(Record(9).Run));
    }

    [Fact]
    public void Find_RunThatWasAppendedTwice_GivesTheLatter()
    {
        using var journal = PointJournal.Open(File);
        journal.Append(Record(7, error: "it failed"));
        journal.Append(Record(7));

        Assert.Null(journal.Find(Record(7).Run)!.Result.Error);
        Assert.False(journal.HasFailed(Record(7).Run));
    }

    [Fact]
    public void Append_AfterReading_GoesToTheEnd()
    {
        using var journal = PointJournal.Open(File);
        journal.AppendBase(new PointId(3, 4), "workload: {}\n");
        journal.Append(Record(1));
        journal.Append(Record(2));
        journal.Find(Record(1).Run);
        journal.Append(Record(3));
        journal.FindBase(new PointId(3, 4));
        journal.Append(Record(4));

        using var again = PointJournal.OpenToRead(File);

        Assert.All<ulong>([1, 2, 3, 4], number => Assert.True(again.Contains(Record(number).Run)));
        Assert.Equal("workload: {}\n", again.FindBase(new PointId(3, 4)));
    }

    [Fact]
    public void AppendBase_Twice_KeepsItOnce()
    {
        using var journal = PointJournal.Open(File);
        journal.AppendBase(new PointId(3, 4), "workload: {}\n");
        var length = new FileInfo(File).Length;
        journal.AppendBase(new PointId(3, 4), "workload: {}\n");

        Assert.Equal(length, new FileInfo(File).Length);
    }

    [Fact]
    public void Open_TornTail_CutsItOffKeepsItAndGoesOn()
    {
        long whole;
        using (var journal = PointJournal.Open(File))
        {
            journal.Append(Record(1));
            whole = new FileInfo(File).Length;
            journal.Append(Record(2));
        }

        using (var file = new FileStream(File, FileMode.Open))
        {
            file.SetLength(file.Length - 3);
        }

        using (var journal = PointJournal.Open(File))
        {
            Assert.Contains("damaged or not written to their end", journal.Damage, StringComparison.Ordinal);
            Assert.Equal(whole, new FileInfo(File).Length);
            Assert.True(new FileInfo(File + ".damaged").Length > 0);
            journal.Append(Record(3));
        }

        using var again = PointJournal.Open(File);
        Assert.Null(again.Damage);
        Assert.Equal((true, false, true), (again.Contains(Record(1).Run), again.Contains(Record(2).Run), again.Contains(Record(3).Run)));
    }

    [Fact]
    public void Open_DamagedAgain_KeepsWhatWasCutOffBefore()
    {
        PointJournal.Open(File).Dispose();
        System.IO.File.AppendAllText(File, "first");
        PointJournal.Open(File).Dispose();
        System.IO.File.AppendAllText(File, "second");
        PointJournal.Open(File).Dispose();

        Assert.Equal("firstsecond", System.IO.File.ReadAllText(File + ".damaged"));
    }

    [Fact]
    public void OpenToRead_WhileAnotherAppends_SeesWhatIsWhole()
    {
        using var writing = PointJournal.Open(File);
        writing.Append(Record(1));

        using var reading = PointJournal.OpenToRead(File);

        Assert.True(reading.Contains(Record(1).Run));
    }

    [Fact]
    public void Record_InBytes_IsTheSameForEver()
    {
        // Folders outlive programs. What must change gets a new first byte, and this one is still read.
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);

        RecordCodec.WritePoint(writer, Record(7));

        Assert.Equal("0200000000000000010000000000000007000000000000000002000000000000000700000000000000030000000000000004186e6574776f726b2e62616e6477696474683a205b35305d0a000468657265000000000000d03fe8070204ac021032547698badcfe07020301060aecffffffffffffffff011e28323c", Convert.ToHexStringLower(stream.ToArray()));
    }

    [Fact]
    public void Lock_TakenTwice_IsRefused()
    {
        var path = folder.PathOf("lock");
        Assert.False(FolderLock.IsTaken(path));
        using (FolderLock.Take(path))
        {
            Assert.True(FolderLock.IsTaken(path));
            Assert.Throws<ClusterSim.Core.Input.InvalidInputException>(() => FolderLock.Take(path));
        }

        FolderLock.Take(path).Dispose();
        Assert.False(FolderLock.IsTaken(path));
    }

    [Fact]
    public void Lock_ThatCannotBeHadForAnotherReason_IsNotSaidToBeTaken()
    {
        Assert.Throws<DirectoryNotFoundException>(() => FolderLock.Take(folder.PathOf("nowhere/lock")));
    }

    private static JournalRecord Record(ulong number, string? error = null) => new(
        new PointId(1, number),
        new PointId(2, number),
        new PointId(3, 4),
        "network.bandwidth: [50]\n",
        new PointResult
        {
            Point = 0,
            Attempt = 0,
            Error = error,
            Node = "here",
            ElapsedSeconds = 0.25,
            SimulatedNs = 1000,
            Messages = 2,
            Hops = 4,
            Events = 300,
            Digest = 0xfedc_ba98_7654_3210,
            Figures = 0b111,
            NpuCounts = [3, 1],
            Values = [10, -20, 30, 40, 50, 60],
        });
}
