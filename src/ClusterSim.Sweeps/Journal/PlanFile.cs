using System.Globalization;
using ClusterSim.Core.Input;
using ClusterSim.Sweeps.Planning;

namespace ClusterSim.Sweeps.Journal;

/// <summary>The latest plan of a folder: which runs its tables show, in which order. Read and written as a stream.</summary>
internal static class PlanFile
{
    private const byte HeaderRecord = 1;
    private const byte PointRecord = 2;
    private const int BufferBytes = 1 << 16;

    public static void Write(string path, SweepPlan plan, PointIds ids) => SafeFile.Write(path, stream =>
    {
        var writer = new RecordWriter(stream);
        writer.Append(content =>
        {
            var keys = plan.Definition.Keys.Select(key => key.Key).ToArray();
            content.Write(HeaderRecord);
            content.Write(plan.Definition.Name);
            content.Write(ProgramVersion.Text);
            content.Write7BitEncodedInt(plan.Count);
            Write(content, keys);
            foreach (var key in plan.Definition.Keys)
            {
                content.Write(key.Values.All(value => decimal.TryParse(value.Label, NumberStyles.Float, CultureInfo.InvariantCulture, out _)));
            }
        });
        for (var point = 0; point < plan.Count; point++)
        {
            writer.Append(content =>
            {
                content.Write(PointRecord);
                RecordCodec.Write(content, ids.Run(point));
                RecordCodec.Write(content, ids.Configuration(point));
                var baseline = plan.Baseline(point);
                content.Write(baseline is not null);
                RecordCodec.Write(content, ids.Run(baseline ?? point));
                Write(content, plan.Labels(point));
            });
        }
    });

    public static PlanHeader ReadHeader(string path)
    {
        using var file = Open(path);
        return Header(new RecordReader(file), path);
    }

    /// <summary>The points, in their order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="plan">What was read of it before. A sweep that begins meanwhile may have replaced it.</param>
    /// <exception cref="InvalidInputException">The file is damaged, or the plan is another one now.</exception>
    public static IEnumerable<PlanEntry> ReadPoints(string path, PlanHeader plan)
    {
        using var file = Open(path);
        var reader = new RecordReader(file);
        var now = Header(reader, path);
        if (now.Count != plan.Count || !now.Keys.SequenceEqual(plan.Keys))
        {
            throw new InvalidInputException(path, "Another sweep has begun in this folder.", "Try again.");
        }

        for (var point = 0; point < plan.Count; point++)
        {
            var content = Next(reader, PointRecord, path);
            var run = RecordCodec.ReadId(content);
            var configuration = RecordCodec.ReadId(content);
            var hasBaseline = content.ReadBoolean();
            var baseline = RecordCodec.ReadId(content);
            yield return new(run, configuration, hasBaseline ? baseline : null, ReadStrings(content));
        }
    }

    private static BufferedStream Open(string path) => new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0), BufferBytes);

    private static PlanHeader Header(RecordReader reader, string path)
    {
        var content = Next(reader, HeaderRecord, path);
        var (name, version, count) = (content.ReadString(), content.ReadString(), content.Read7BitEncodedInt());
        var keys = ReadStrings(content);
        return new(name, version, count, keys, Array.ConvertAll(keys, _ => content.ReadBoolean()));
    }

    private static BinaryReader Next(RecordReader reader, byte kind, string path) =>
        reader.Next() is { } content && content.ReadByte() == kind ? content : throw Damaged(path);

    private static InvalidInputException Damaged(string path) => new(path, "The plan is damaged.", "Run clustersim sweep resume on its folder, which plans anew.");

    private static void Write(BinaryWriter content, string[] texts)
    {
        content.Write7BitEncodedInt(texts.Length);
        Array.ForEach(texts, content.Write);
    }

    private static string[] ReadStrings(BinaryReader content)
    {
        var texts = new string[content.Read7BitEncodedInt()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = content.ReadString();
        }

        return texts;
    }
}
