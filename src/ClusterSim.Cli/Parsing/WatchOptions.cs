using System.CommandLine;
using System.CommandLine.Parsing;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cli.Parsing;

/// <summary>Whether a run or a sweep is shown on a page while it goes on, and where.</summary>
internal sealed class WatchOptions
{
    private readonly Option<HostPort?> address = new(WatchFlag.Name)
    {
        HelpName = "ADDRESS",
        Description = "Shows on a web page how it goes, and prints the page's address. Without ADDRESS: loopback, and a port that the system gives.",
        CustomParser = Parse,
    };

    private readonly Option<bool> insecureNetwork = new("--watch-insecure-network")
    {
        Description = "Lets --watch listen to other machines: whoever reaches it can read the page. Warned of at every start.",
    };

    public WatchOptions(Command command)
    {
        command.Add(address);
        command.Add(insecureNetwork);
    }

    /// <summary>Where the page is served; null: nowhere.</summary>
    public HostPort? Read(ParseResult parsed) => parsed.GetValue(address);

    /// <summary>Adds what is wrong with the options.</summary>
    public void Check(ParseResult parsed, ProblemList problems)
    {
        if (parsed.GetResult(address) is not { } given)
        {
            if (parsed.GetValue(insecureNetwork))
            {
                problems.Add(insecureNetwork.Name, "It says where a page may be served, and none is.", $"Add {WatchFlag.Name} HOST:PORT, or leave out {insecureNetwork.Name}.");
            }
        }
        else if (!given.Errors.Any() && Read(parsed) is { IsLoopback: false } open && !parsed.GetValue(insecureNetwork))
        {
            problems.Add(
                WatchFlag.Name,
                $"Other machines may reach {open.Host}, and nothing keeps them from reading the page.",
                $"Give an address of loopback, such as 127.0.0.1:8080, and reach it by ssh -L. In a network that nobody else reaches, {insecureNetwork.Name} does without.");
        }
    }

    private static HostPort? Parse(ArgumentResult result)
    {
        // Port 0, any free one, is no port of a node.
        var given = result.Tokens[0].Value;
        var isAnyPort = given.EndsWith(":0", StringComparison.Ordinal);
        var parsed = HostPort.Parse(isAnyPort ? given[..^1] + "1" : given);
        if (parsed is null)
        {
            result.AddError($"'{given}' is no address to serve a page on. Give HOST:PORT, such as 127.0.0.1:8080, or nothing for a free port.");
        }

        return isAnyPort && parsed is not null ? parsed with { Port = 0 } : parsed;
    }
}
