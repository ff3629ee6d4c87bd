using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The keys of a node's file, and of its sections.</summary>
internal static class NodeSettings
{
    public const string SchemaFile = "node.json";

    private const long MostMs = 3_600_000;

    // Akka needs some room beside a piece of an input, and copies what is larger too often to be of use.
    private const long LeastMessageBytes = 128 << 10;
    private const long MostMessageBytes = 16 << 20;

    public static readonly Setting<IReadOnlyList<string>> Roles = new(
        "roles",
        new ListKind<string>(RoleKind.Instance),
        "What the node does: seed (others join through it), worker (it takes work). Names that mean nothing to the program only show in the status.")
    { IsRequired = true };

    public static readonly Setting<string> Host = new(
        "host",
        HostKind.Instance,
        "The address it listens on. Other than loopback it takes tls, or insecure-network.")
    { Default = "127.0.0.1" };

    public static readonly Setting<long> Port = new("port", new WholeNumberKind(0, 65_535), "The port it listens on; 0: any free one, which its first line tells.")
    { Default = "0" };

    public static readonly Setting<string> PublicHost = new(
        "public-host",
        HostKind.Instance,
        "The host that others reach it by, where that is not the one it listens on: in a container, or with host 0.0.0.0.");

    public static readonly Setting<long> PublicPort = new(
        "public-port",
        new WholeNumberKind(1, 65_535),
        "The port that others reach it by, where that is not the one it listens on.");

    public static readonly Setting<IReadOnlyList<HostPort>> Seeds = new(
        "seeds",
        new ListKind<HostPort>(HostPortKind.Instance),
        "Nodes that it joins through, in the same order in every file. A seed lists itself. With two of them a seed that was lost finds "
        + "the others again. Left out, it starts a cluster of its own.");

    public static readonly Setting<long> Cores = new("cores", new WholeNumberKind(1, 4096), "How many cores its work may take. Default: all of the machine.");

    public static readonly Setting<long> Memory = new("memory", new SizeKind(1 << 20), "The memory of its work, as its services hold it to. Default: what the machine has.");

    public static readonly Setting<long> Inputs = new("inputs", new SizeKind(1 << 20), "All cached inputs together; the least recently used go first.")
    { Default = "10GiB" };

    public static readonly Setting<long> Message = new(
        "message",
        new SizeKind(LeastMessageBytes),
        "The largest message it sends or takes, from 128KiB to 16MiB. The same for all members.")
    { Default = "256KiB" };

    public static readonly SectionKind LimitsKind = new(new Section("limits of a node", "What it takes at most.", [Memory, Inputs, Message]));

    public static readonly Setting<SectionValues> Limits = new("limits", LimitsKind, "What it takes at most.");

    public static readonly Setting<InputPath> InputsFolder = new(
        "inputs-folder",
        new PathKind("a folder", PathContent.Machine),
        "Where inputs are cached; a folder for each node. Default: below the user's own data.");

    public static readonly Setting<InputPath> Certificate = new(
        "certificate",
        new PathKind("a certificate (PEM)", PathContent.Machine),
        "The node's certificate, for server and client authentication.")
    { IsRequired = true };

    public static readonly Setting<InputPath> Key = new("key", new PathKind("a private key (PEM)", PathContent.Machine), "The certificate's private key.") { IsRequired = true };

    public static readonly Setting<InputPath> Authority = new(
        "authority",
        new PathKind("a certificate (PEM)", PathContent.Machine),
        "The authority that signed the certificates of all members; whoever has none of it is refused.")
    { IsRequired = true };

    public static readonly SectionKind TlsKind = new(
        new Section("tls of a node", "Secures its connections, with certificates on both sides.", [Certificate, Key, Authority]));

    public static readonly Setting<SectionValues> Tls = new("tls", TlsKind, "Secures its connections, with certificates on both sides.");

    public static readonly Setting<bool> InsecureNetwork = new(
        "insecure-network",
        FlagKind.Instance,
        "Lets it listen to other machines without tls: whoever reaches it can make it work. Warned of at every start.")
    { Default = "false" };

    public static readonly Setting<bool> AllowPlugins = new(
        "allow-plugins",
        FlagKind.Instance,
        "Lets it run the collective algorithms that experiments bring along. They are code: whoever submits work can then run anything on this machine.")
    { Default = "false" };

    public static readonly Setting<long> HeartbeatMs = Milliseconds("heartbeat-ms", 50, "Between two signs of life.", "500");

    public static readonly Setting<long> PauseMs = Milliseconds("pause-ms", 200, "The silence after which a member counts as unreachable.", "3000");

    public static readonly Setting<long> StableAfterMs = Milliseconds(
        "stable-after-ms", 200, "How long who is reachable must not change before the unreachable ones are given up.", "4000");

    public static readonly SectionKind FailureDetectionKind = new(
        new Section("failure detection of a node", "How soon a silent member is given up.", [HeartbeatMs, PauseMs, StableAfterMs]));

    public static readonly Setting<SectionValues> FailureDetection = new(
        "failure-detection", FailureDetectionKind, "How soon a silent member is given up. The same for all members.");

    public static readonly Setting<long> JoinTimeoutMs = Milliseconds(
        "join-timeout-ms", 1000, "How long it waits to become a member before it ends with an error.", "60000");

    public static readonly Section Section = new(
        "a node",
        "A process of a cluster: where it listens, whom it joins, what it does and takes.",
        [
            Roles, Host, Port, PublicHost, PublicPort, Seeds, Cores, Limits, InputsFolder, Tls, InsecureNetwork, AllowPlugins, FailureDetection, JoinTimeoutMs,
        ]);

    public static readonly SectionKind Kind = new(Section);

    public static bool IsMessageTooLarge(long bytes) => bytes > MostMessageBytes;

    private static Setting<long> Milliseconds(string key, long least, string help, string byDefault) =>
        new(key, new WholeNumberKind(least, MostMs, "ms"), help) { Default = byDefault };
}
