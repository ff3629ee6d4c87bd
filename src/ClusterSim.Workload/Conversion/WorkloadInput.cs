using ClusterSim.Core.Input;
using ClusterSim.Workload.Set;

namespace ClusterSim.Workload.Conversion;

/// <summary>The files of a workload that is to be converted.</summary>
/// <param name="Format">What they are.</param>
/// <param name="Files">Each with its rank; at least one, and of a text one.</param>
public sealed record WorkloadInput(WorkloadFormat Format, IReadOnlyList<(int Rank, string Path)> Files)
{
    private const string TraceExtension = ".et";
    private const string JsonExtension = ".json";

    /// <summary>Finds out what a path names: one file, or the prefix of a file for each rank.</summary>
    /// <param name="path">As the user gives it.</param>
    /// <param name="isWanted">Which forms may be meant where a prefix has several; null: any.</param>
    /// <exception cref="InvalidInputException">There is no such file and no file of such a prefix, or the prefix has files of two forms.</exception>
    public static WorkloadInput Find(string path, Predicate<WorkloadFormat>? isWanted = null)
    {
        if (File.Exists(path))
        {
            var (format, extension) = FormatOf(path);
            return new(format, [(TraceFolder.RankOf(path, extension) ?? 0, path)]);
        }

        WorkloadInput[] found =
        [
            .. new[] { (WorkloadFormat.Traces, TraceExtension), (WorkloadFormat.Json, JsonExtension) }
                .Select(form => new WorkloadInput(form.Item1, TraceFolder.All(path, form.Item2)))
                .Where(input => input.Files.Count > 0),
        ];
        if (found.Length > 1 && isWanted is not null)
        {
            found = [.. found.Where(input => isWanted(input.Format))];
        }

        return found.Length == 1 ? found[0] : throw NotFound(path, isAmbiguous: found.Length > 1);
    }

    /// <summary>The file of a rank in a form that has one for each.</summary>
    public static string PathOf(string prefix, int rank, WorkloadFormat format) =>
        TraceFolder.PathOf(prefix, rank, format == WorkloadFormat.Json ? JsonExtension : TraceExtension);

    private static InvalidInputException NotFound(string path, bool isAmbiguous) => isAmbiguous
        ? new(Printable.Of(path), "The prefix has traces (.et) and JSON (.json).", "Say with --to which form is wanted.")
        : new(
            Printable.Of(path),
            Directory.Exists(path) ? "This is a folder." : "There is no such file, and no file of this prefix.",
            $"Give a version-1 text workload, a trace or its JSON, or the prefix of such files: folder/name for folder/name.0{TraceExtension}.");

    private static (WorkloadFormat Format, string Extension) FormatOf(string path) => Path.GetExtension(path) switch
    {
        TraceExtension => (WorkloadFormat.Traces, TraceExtension),
        JsonExtension => (WorkloadFormat.Json, JsonExtension),
        ".txt" => (WorkloadFormat.Text, ".txt"),
        var extension => (InputFile.Read(path, OfContent), extension),
    };

    // A trace begins with a length and a name as protobuf; no text has such bytes.
    private static WorkloadFormat OfContent(Stream stream)
    {
        const int Looked = 256;
        var bytes = new byte[Looked];
        ReadOnlySpan<byte> start = bytes.AsSpan(0, stream.ReadAtLeast(bytes, Looked, throwOnEndOfStream: false));
        if (start.ContainsAnyInRange((byte)0, (byte)8))
        {
            return WorkloadFormat.Traces;
        }

        start = start.TrimStart(" \t\r\n"u8);
        return start.StartsWith("{"u8) || start.StartsWith("["u8) ? WorkloadFormat.Json : WorkloadFormat.Text;
    }
}
