using System.Text;
using ClusterSim.Workload;

namespace ClusterSim.Cli;

/// <summary>Where the program writes: results to one stream, messages for people to the other.</summary>
/// <param name="Output">Takes results. Buffered: <see cref="Shell"/> flushes it, which fails if they cannot be written.</param>
/// <param name="Error">Takes messages for people. Never fails.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error)
{
    /// <summary>Whether results go to a screen that understands colours, and the user has not refused them.</summary>
    public bool UsesColours { get; init; }

    /// <summary>Whether messages go to a screen, on which a line can be rewritten.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>How many characters a line of the screen has; 0: not known.</summary>
    public Func<int> ScreenWidth { get; init; } = static () => 0;

    /// <summary>Tells a person something beside the result, a line each.</summary>
    public void Note(params IEnumerable<string> notes)
    {
        foreach (var note in notes)
        {
            Error.WriteLine("note: " + Printable.Of(note));
        }
    }

    /// <summary>Warns a person of something that is no failure.</summary>
    public void Warn(string warning) => Error.WriteLine("warning: " + Printable.Of(warning));

    public static Terminal OfProcess()
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var results = new OutputStream("Standard output", Console.OpenStandardOutput);
        var messages = new OutputStream("Standard error", Console.OpenStandardError) { IsOptional = true };
        var output = new StreamWriter(results, encoding, bufferSize: 1 << 16);
        var error = new StreamWriter(messages, encoding) { AutoFlush = true };
        var capable = !string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
        var refused = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal(output, error)
        {
            UsesColours = capable && !refused && !Console.IsOutputRedirected,
            ShowsProgress = capable && !Console.IsErrorRedirected,
            ScreenWidth = static () => Console.WindowWidth,
        };
    }
}
