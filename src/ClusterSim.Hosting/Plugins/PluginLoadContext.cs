using System.Reflection;
using System.Runtime.Loader;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Hosting.Plugins;

/// <summary>
/// Where the assembly of a plug-in lives, so that two plug-ins of the same name do not get in each other's way. It shares the interface with
/// the program, and .NET itself; nothing else is found.
/// </summary>
internal sealed class PluginLoadContext(string name) : AssemblyLoadContext(name)
{
    private static readonly Assembly Interface = typeof(ICollectiveFamily).Assembly;

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == Interface.GetName().Name ? Interface : null;
}
