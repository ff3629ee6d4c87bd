using System.Globalization;
using System.Net;

namespace ClusterSim.Hosting.Nodes;

/// <summary>Where a node is reached: <c>10.0.0.1:7700</c>, <c>worker-1:7700</c>, <c>[::1]:7700</c>.</summary>
/// <param name="Host">A name or an address; one of IPv6 without its brackets.</param>
/// <param name="Port">From 1 to 65,535; 0 only where a node takes any free one.</param>
public sealed record HostPort(string Host, int Port)
{
    private const int LongestHost = 253;

    /// <summary>Whether only processes of this machine reach it. A name other than localhost may mean anything, so it does not count.</summary>
    public bool IsLoopback => IsLoopbackHost(Host);

    /// <summary>Whether a host is this machine's loopback.</summary>
    public static bool IsLoopbackHost(string host) =>
        IPAddress.TryParse(host, out var address) ? IPAddress.IsLoopback(address) : string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a host stands for all addresses of a machine, so that nobody can be told to connect to it.</summary>
    public static bool IsAnyHost(string host) =>
        IPAddress.TryParse(host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));

    /// <summary>Whether a text can be a host: letters, digits, dots and dashes, or an address of IPv6.</summary>
    public static bool IsHost(string text) =>
        text.Length is > 0 and <= LongestHost
        && (text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_')
            || (text.Contains(':', StringComparison.Ordinal) && IPAddress.TryParse(text, out _)));

    /// <summary>Reads <c>HOST:PORT</c>; null if the text is none.</summary>
    public static HostPort? Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 0 || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return null;
        }

        var isBracketed = text.StartsWith('[') && colon > 1 && text[colon - 1] == ']';
        var host = isBracketed ? text[1..(colon - 1)] : text[..colon];
        var hasColon = host.Contains(':', StringComparison.Ordinal);
        return hasColon == isBracketed && IsHost(host) && port is > 0 and <= IPEndPoint.MaxPort ? new(host, port) : null;
    }

    public override string ToString() =>
        Host.Contains(':', StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"[{Host}]:{Port}")
            : string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
