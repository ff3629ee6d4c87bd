using System.Text;
using ClusterSim.Cli;

namespace ClusterSim.Tests.Cli;

/// <summary>Runs the program within the test.</summary>
internal sealed class InMemoryTerminal
{
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    public InMemoryTerminal()
    {
        Terminal = new Terminal(new StringWriter(output) { NewLine = "\n" }, new StringWriter(error) { NewLine = "\n" });
    }

    public Terminal Terminal { get; }

    public string Output => output.ToString();

    public string Error => error.ToString();

    public Task<int> RunAsync(params string[] args) => Task.Run(() => Shell.RunAsync(args, Terminal));
}
