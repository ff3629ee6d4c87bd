using System.Globalization;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Results;

namespace ClusterSim.Cli.Output;

/// <summary>
/// A CSV file for the memory that tensors take over time, one row a change. It is opened before the simulation, so that a
/// long run is not lost to a misspelt folder.
/// </summary>
internal sealed class MemoryTimelineFile : IDisposable
{
    private readonly StreamWriter file;

    private MemoryTimelineFile(StreamWriter file)
    {
        this.file = file;
    }

    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public static MemoryTimelineFile Open(string path) => new(OutputFile.Open("--memory-timeline", path));

    /// <exception cref="OutputFailedException">The disk is full, or the like.</exception>
    public void Write(IEnumerable<NpuResult> npus)
    {
        file.WriteLine("npu,time_ns,bytes");
        foreach (var npu in npus)
        {
            foreach (var sample in npu.MemoryTimeline)
            {
                file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{npu.Npu},{sample.Time.Ns},{sample.Size.Bytes}"));
            }
        }

        file.Flush();
    }

    public void Dispose() => file.Dispose();
}
