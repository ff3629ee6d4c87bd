using System.Text;

namespace ClusterSim.Cli;

/// <summary>Where the program writes: results to one stream, messages for people to the other.</summary>
/// <param name="Output">Takes results. Buffered: <see cref="Shell"/> flushes it.</param>
/// <param name="Error">Takes messages for people.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error)
{
    /// <summary>Whether results go to a screen that understands colours, and the user has not refused them.</summary>
    public bool UsesColours { get; init; }

    /// <summary>Whether messages go to a screen, on which a line can be rewritten.</summary>
    public bool ShowsProgress { get; init; }

    public static Terminal OfProcess()
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var output = new StreamWriter(Console.OpenStandardOutput(), encoding, bufferSize: 1 << 16);
        var error = new StreamWriter(Console.OpenStandardError(), encoding) { AutoFlush = true };
        var capable = !string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
        var refused = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal(output, error)
        {
            UsesColours = capable && !refused && !Console.IsOutputRedirected,
            ShowsProgress = capable && !Console.IsErrorRedirected,
        };
    }
}
