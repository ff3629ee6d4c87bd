using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Journal;
using ClusterSim.Testing;

namespace ClusterSim.AcceptanceTests.CommandLine.Sweeps;

/// <summary>Waits for what a running sweep writes into its folder.</summary>
internal static class SweepFolderWatch
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until some points are finished, besides those that were before.</summary>
    /// <exception cref="TimeoutException">That took longer than a minute.</exception>
    /// <exception cref="InvalidOperationException">The sweep ended before.</exception>
    public static void WaitForPoints(RunningProgram program, string folder, int points)
    {
        const int MostLooks = 600;
        using var changes = new SemaphoreSlim(0);
        using var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, EnableRaisingEvents = true };
        watcher.Changed += (_, _) => changes.Release();
        for (var looks = 0; Finished(folder) < points; looks++)
        {
            if (looks == MostLooks)
            {
                throw new TimeoutException($"Waited a minute for {points} finished points in {folder}; there are {Finished(folder)}.");
            }

            if (program.HasEnded)
            {
                throw new InvalidOperationException($"The sweep ended before {points} points were finished: {program.WaitForEnd(ClusterSimProgram.Bound)}");
            }

            changes.Wait(LookAgain);
        }
    }

    /// <summary>How many points of the latest plan are finished; 0: there is no plan yet.</summary>
    public static int Finished(string folder)
    {
        var kept = new SweepFolder(folder);
        if (!File.Exists(Path.Combine(folder, "plan.bin")) || !File.Exists(Path.Combine(folder, "points.journal")))
        {
            return 0;
        }

        using var results = SweepResults.Open(kept);
        return results.Rows().Count(row => row.Result is not null);
    }
}
