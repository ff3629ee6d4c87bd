namespace ClusterSim.Hosting.Configuration.Documents;

/// <summary>What a document was read from: a file, or a value on the command line.</summary>
/// <param name="Name">As messages give it: a path, or <c>--set network.bandwidth</c>.</param>
/// <param name="Folder">What relative paths in it are relative to; a full path.</param>
/// <param name="HasLines">Whether it has lines to name in messages.</param>
internal sealed record DocumentSource(string Name, string Folder, bool HasLines)
{
    /// <summary>A file, as the user named it.</summary>
    public static DocumentSource OfFile(string path) =>
        new(path, Path.GetDirectoryName(Path.GetFullPath(path)) ?? Path.GetFullPath(path), HasLines: true);

    /// <summary>A part of the command line; paths in it are relative to the current folder.</summary>
    public static DocumentSource OfCommandLine(string name) => new(name, Environment.CurrentDirectory, HasLines: false);
}
