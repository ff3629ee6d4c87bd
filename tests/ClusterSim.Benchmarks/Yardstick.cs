using System.ComponentModel;
using System.Diagnostics;
using ClusterSim.Testing;

namespace ClusterSim.Benchmarks;

/// <summary>
/// A fixed amount of event-driven work in C++, <c>yardstick.cpp</c>, that scales times between machines: run in turn with the
/// program, it sees the same noise.
/// </summary>
internal sealed class Yardstick
{
    private readonly string program;

    private Yardstick(string program)
    {
        this.program = program;
    }

    /// <summary>Compiles it; null where there is no g++, and times are then told in seconds.</summary>
    public static Yardstick? Build()
    {
        var output = Repository.PathOf("artifacts", "yardstick");
        try
        {
            using var compiler = Process.Start("g++", ["-O2", "-o", output, Repository.PathOf("tests", "ClusterSim.Benchmarks", "yardstick.cpp")]);
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? new Yardstick(output) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    public TimeSpan Run() => ChildProcess.Run(program).Wall;
}
