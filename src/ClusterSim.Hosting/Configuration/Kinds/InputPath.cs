using ClusterSim.Hosting.Configuration.Documents;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>A path that a document names.</summary>
/// <param name="FullPath">Where it leads, whatever the current folder is.</param>
/// <param name="Place">What names it.</param>
internal sealed record InputPath(string FullPath, Place Place)
{
    /// <summary>The path for messages: relative to the current folder where that is shorter.</summary>
    public string Display
    {
        get
        {
            var relative = Path.GetRelativePath(Environment.CurrentDirectory, FullPath);
            return relative.Length < FullPath.Length ? relative : FullPath;
        }
    }

    /// <summary>Whether a text can be a path: the empty one and one with a zero byte never are.</summary>
    public static bool IsPath(string text) => text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal);

    /// <summary>The path that a value gives, relative to the file that it stands in.</summary>
    public static InputPath Of(ScalarNode node) => new(Path.GetFullPath(node.Text, node.Place.Source.Folder), node.Place);
}
