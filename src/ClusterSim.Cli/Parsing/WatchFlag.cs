using System.Globalization;
using System.Net;

namespace ClusterSim.Cli.Parsing;

/// <summary>
/// Lets <c>--watch</c> stand without its address before anything else, such as the file of an experiment: an option whose value may be left out
/// would take that for its value.
/// </summary>
internal static class WatchFlag
{
    public const string Name = "--watch";

    /// <summary>The address that stands for none: loopback, and a port that the system gives.</summary>
    public const string AnyPort = "127.0.0.1:0";

    /// <summary>The arguments, in which every <c>--watch</c> has an address.</summary>
    public static IReadOnlyList<string> Complete(IReadOnlyList<string> args)
    {
        var complete = new List<string>(args.Count);
        var isOption = true;
        for (var i = 0; i < args.Count; i++)
        {
            isOption &= args[i] != "--";
            var isBare = isOption && args[i] == Name && (i + 1 == args.Count || !IsLikeAddress(args[i + 1]));
            complete.Add(isBare ? $"{Name}={AnyPort}" : args[i]);
        }

        return complete;
    }

    // What is nearly an address is taken for one, so that it is complained of as such.
    private static bool IsLikeAddress(string text) =>
        text == "localhost"
        || IPAddress.TryParse(text, out _)
        || (!text.Contains('/', StringComparison.Ordinal) && IsNumber(text.AsSpan(text.LastIndexOf(':') + 1)));

    private static bool IsNumber(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
