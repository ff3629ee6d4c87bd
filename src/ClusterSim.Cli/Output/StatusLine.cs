namespace ClusterSim.Cli.Output;

/// <summary>
/// One line of a screen that says how far something is, once it takes long enough for a person to wonder. Disposing clears it.
/// </summary>
internal sealed class StatusLine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Terminal terminal;
    private readonly TimeProvider clock;
    private readonly long start;
    private int shownLength;
    private bool isDisposed;

    public StatusLine(Terminal terminal, TimeProvider clock)
    {
        this.terminal = terminal;
        this.clock = clock;
        start = clock.GetTimestamp();
    }

    public void Show(string text)
    {
        lock (gate)
        {
            if (!isDisposed && clock.GetElapsedTime(start) >= Patience)
            {
                Overwrite(Cut(text));
            }
        }
    }

    /// <summary>Clears the line, so that something else can be written; the next <see cref="Show"/> brings it back.</summary>
    public void Clear()
    {
        lock (gate)
        {
            if (shownLength > 0)
            {
                Overwrite("");
                terminal.Error.Write('\r');
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            Clear();
            isDisposed = true;
        }
    }

    // What fills a line to its end makes some screens begin the next, where \r does not lead back from.
    private string Cut(string text)
    {
        var width = terminal.ScreenWidth();
        return width > 0 && text.Length >= width ? text[..(width - 1)] : text;
    }

    // Spaces over what was there are understood by every terminal.
    private void Overwrite(string text)
    {
        terminal.Error.Write('\r' + text.PadRight(shownLength));
        shownLength = text.Length;
    }
}
