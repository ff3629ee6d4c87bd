using ClusterSim.Core;
using ClusterSim.Core.Input;

namespace ClusterSim.Cli.Output;

/// <summary>
/// A file that says why a run came to no result, or that it came to one. It is opened before the simulation, so that what a long run
/// tells is not lost to a misspelt folder.
/// </summary>
internal sealed class DiagnosticsFile : IDisposable
{
    private readonly StreamWriter file;

    private DiagnosticsFile(StreamWriter file)
    {
        this.file = file;
    }

    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public static DiagnosticsFile Open(string option, string path) => new(OutputFile.Open(option, path));

    /// <param name="failure">Why there is no result; null: there is one.</param>
    /// <exception cref="OutputFailedException">The disk is full, or the like.</exception>
    public void Write(SimulationFailedException? failure)
    {
        file.WriteLine(FailureJson.Text(failure));
        file.Flush();
    }

    public void Dispose() => file.Dispose();
}
