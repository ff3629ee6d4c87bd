using System.Net;
using ClusterSim.Hosting.Nodes;
using Microsoft.AspNetCore.Http;

namespace ClusterSim.Watch.Serving;

/// <summary>
/// Answers only who asks for this machine by a name that is its own. A page elsewhere can make a name of its own lead to this machine (DNS
/// rebinding), and its scripts would then read what this server says as if it were theirs; but the name that they ask for gives them away.
/// </summary>
/// <param name="address">Where the server listens, as the user gave it.</param>
/// <param name="machine">What the machine is called.</param>
internal sealed class HostGuard(HostPort address, string machine)
{
    /// <summary>Whether a request is answered. Ports do not count: a tunnel (<c>ssh -L</c>) may have another one at its other end.</summary>
    /// <param name="asked">The request's Host header.</param>
    public bool Allows(HostString asked)
    {
        var host = asked.Host is ['[', .. var inner, ']'] ? inner : asked.Host;
        if (HostPort.IsLoopbackHost(host))
        {
            return true;
        }

        // Addresses cannot be made to lead elsewhere.
        return !address.IsLoopback && (IPAddress.TryParse(host, out _) || IsName(host, address.Host) || IsName(host, machine));
    }

    private static bool IsName(string host, string name) => string.Equals(host, name, StringComparison.OrdinalIgnoreCase);
}
