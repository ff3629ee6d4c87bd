using System.Diagnostics;
using System.Globalization;

namespace ClusterSim.Benchmarks;

/// <summary>Runs a program to its end and measures it as a whole, from outside.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(5);

    /// <summary>Runs it.</summary>
    /// <exception cref="InvalidOperationException">It failed, or did not end within minutes.</exception>
    public static Measurement Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = WatchPeak(process);
        var elapsed = watch.Elapsed;
        Task.WaitAll(output, errors);
        return process.ExitCode == 0
            ? new Measurement(elapsed, peak, output.Result)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {errors.Result}");
    }

    // The kernel keeps the high-water mark, so that looking every few milliseconds finds all but a peak just before the end.
    private static double WatchPeak(Process process)
    {
        var peak = 0.0;
        var watch = Stopwatch.StartNew();
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(2)))
        {
            peak = Math.Max(peak, PeakMiB(process.Id));
            if (watch.Elapsed > Bound)
            {
                process.Kill();
                throw new InvalidOperationException($"{process.StartInfo.FileName} did not end within {Bound.TotalMinutes} minutes.");
            }
        }

        return peak;
    }

    /// <summary>The most memory that a process held so far.</summary>
    public static double PeakMiB(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            // It has just ended; the last mark stands.
            return 0;
        }
    }
}
