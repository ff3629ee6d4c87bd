using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Checks what concerns several keys of a node, and builds it.</summary>
internal sealed class NodeBuilder(SectionValues node, ReadContext context)
{
    /// <summary>The node; null if anything is wrong with it.</summary>
    public NodeOptions? Build()
    {
        var before = context.Mistakes;
        var limits = Limits();
        var tls = Tls();
        CheckRoles();
        CheckNetwork();
        CheckPublicHost();
        CheckFailureDetection();
        return context.Mistakes == before && node.IsSound ? Options(limits, tls) : null;
    }

    private NodeOptions Options(NodeLimits limits, NodeTls? tls) => new()
    {
        Bind = new(node.Get(NodeSettings.Host), (int)node.Get(NodeSettings.Port)),
        PublicHost = node.TryGet(NodeSettings.PublicHost, out var host) ? host : null,
        PublicPort = node.TryGet(NodeSettings.PublicPort, out var port) ? (int)port : null,
        Seeds = node.TryGet(NodeSettings.Seeds, out var seeds) ? seeds : [],
        Roles = node.TryGet(NodeSettings.Roles, out var roles) ? roles : [],
        Cores = node.TryGet(NodeSettings.Cores, out var cores) ? (int)cores : Environment.ProcessorCount,
        Limits = limits,
        InputsFolder = node.TryGet(NodeSettings.InputsFolder, out var folder) ? folder.FullPath : null,
        Tls = tls,
        AllowsInsecureNetwork = node.Get(NodeSettings.InsecureNetwork),
        AllowsPlugins = node.Get(NodeSettings.AllowPlugins),
        FailureDetection = Detection(),
        JoinTimeout = TimeSpan.FromMilliseconds(node.Get(NodeSettings.JoinTimeoutMs)),
    };

    private SectionValues Below(Setting<SectionValues> setting, SectionKind kind)
    {
        if (node.TryGet(setting, out var given))
        {
            return given;
        }

        kind.TryRead(new MapNode(node.PlaceOf(setting), []), new ReadContext(new()), out var empty);
        return empty!;
    }

    private NodeLimits Limits()
    {
        var limits = Below(NodeSettings.Limits, NodeSettings.LimitsKind);
        var message = limits.Get(NodeSettings.Message);
        if (NodeSettings.IsMessageTooLarge(message))
        {
            Refuse(limits.PlaceOf(NodeSettings.Message), "A message of more than 16MiB is not allowed: what is large travels in pieces.");
        }

        return new()
        {
            Memory = limits.TryGet(NodeSettings.Memory, out var memory) ? new ByteSize(memory) : null,
            Inputs = new(limits.Get(NodeSettings.Inputs)),
            Message = new(message),
        };
    }

    private FailureDetection Detection()
    {
        var detection = Below(NodeSettings.FailureDetection, NodeSettings.FailureDetectionKind);
        return new()
        {
            Heartbeat = TimeSpan.FromMilliseconds(detection.Get(NodeSettings.HeartbeatMs)),
            Pause = TimeSpan.FromMilliseconds(detection.Get(NodeSettings.PauseMs)),
            StableAfter = TimeSpan.FromMilliseconds(detection.Get(NodeSettings.StableAfterMs)),
        };
    }

    private NodeTls? Tls()
    {
        if (!node.TryGet(NodeSettings.Tls, out var tls))
        {
            return null;
        }

        var certificate = File(tls, NodeSettings.Certificate);
        var key = File(tls, NodeSettings.Key);
        var authority = File(tls, NodeSettings.Authority);
        CheckPem(tls, NodeSettings.Authority, authority, "is no certificate", path => X509CertificateLoader.LoadCertificateFromFile(path).Dispose());
        if (key is not null)
        {
            CheckPem(
                tls,
                NodeSettings.Certificate,
                certificate,
                $"is no certificate whose private key is {key}",
                path => X509Certificate2.CreateFromPemFile(path, key).Dispose());
        }

        return certificate is null || key is null || authority is null ? null : new(certificate, key, authority);
    }

    private string? File(SectionValues tls, Setting<InputPath> setting)
    {
        if (!tls.TryGet(setting, out var path))
        {
            return null;
        }

        if (System.IO.File.Exists(path.FullPath))
        {
            return path.FullPath;
        }

        Refuse(path.Place, $"The file {path.Display} does not exist.");
        return null;
    }

    private void CheckPem(SectionValues tls, Setting<InputPath> setting, string? path, string fault, Action<string> load)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            load(path);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            Refuse(tls.PlaceOf(setting), $"{path} {fault}.", "Give files in PEM form that belong together, and that this user may read.");
        }
    }

    private void CheckRoles()
    {
        if (!node.TryGet(NodeSettings.Roles, out var roles))
        {
            return;
        }

        for (var i = 0; i < roles.Count; i++)
        {
            if (roles[i] == NodeOptions.OwnerRole)
            {
                Refuse(
                    node.PlaceOf(NodeSettings.Roles, i),
                    $"{NodeOptions.OwnerRole} is the role of processes that submit work.",
                    "Take it out.");
            }
            else if (roles.Take(i).Contains(roles[i], StringComparer.Ordinal))
            {
                Refuse(node.PlaceOf(NodeSettings.Roles, i), $"{roles[i]} is given twice.", "Take one of them out.");
            }
        }
    }

    private void CheckNetwork()
    {
        var host = node.Get(NodeSettings.Host);
        if (!HostPort.IsLoopbackHost(host) && node.NodeOf(NodeSettings.Tls) is null && !node.Get(NodeSettings.InsecureNetwork))
        {
            Refuse(
                node.PlaceOf(NodeSettings.Host),
                $"Other machines may reach {host}, and nothing keeps them from making this node work.",
                "Give tls with certificate, key and authority. In a network that nobody else reaches, insecure-network: true does without.");
        }
    }

    private void CheckPublicHost()
    {
        if (node.TryGet(NodeSettings.PublicHost, out var given))
        {
            if (HostPort.IsAnyHost(given))
            {
                Refuse(node.PlaceOf(NodeSettings.PublicHost), $"Nobody can connect to {given}.", "Give the name or address that others reach this machine by.");
            }
        }
        else if (HostPort.IsAnyHost(node.Get(NodeSettings.Host)))
        {
            Refuse(
                node.PlaceOf(NodeSettings.Host),
                $"{node.Get(NodeSettings.Host)} is every address of this machine, so that others cannot be told where to connect to.",
                "Give public-host, the name or address that others reach it by.");
        }
    }

    private void CheckFailureDetection()
    {
        var detection = Below(NodeSettings.FailureDetection, NodeSettings.FailureDetectionKind);
        var heartbeat = detection.Get(NodeSettings.HeartbeatMs);
        var pause = detection.Get(NodeSettings.PauseMs);
        if (pause < heartbeat * 2)
        {
            Refuse(
                detection.PlaceOf(NodeSettings.PauseMs),
                $"A silence of {pause} ms is less than two signs of life apart ({heartbeat} ms each): members would count as unreachable at random.",
                "Give a longer pause-ms, or a shorter heartbeat-ms.");
        }
    }

    private void Refuse(Place place, string what, string? remedy = null) => context.Refuse(place.ToString(), what, remedy);
}
