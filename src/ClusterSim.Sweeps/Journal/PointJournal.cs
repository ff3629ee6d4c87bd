using ClusterSim.Sweeps.Planning;

namespace ClusterSim.Sweeps.Journal;

/// <summary>
/// All points that were ever finished in a folder, whatever sweep they belong to. A point is handed to the system with one write as soon
/// as it is finished, so that it outlives the process; <see cref="Flush"/> hands it to the disk, so that it outlives the machine.
/// Holds some dozens of bytes a point.
/// </summary>
internal sealed class PointJournal : IDisposable
{
    private const int ReadBufferBytes = 1 << 16;

    private readonly FileStream file;
    private readonly RecordWriter writer;
    private readonly Dictionary<PointId, Entry> points = [];
    private readonly HashSet<PointId> bases = [];
    private long sound;
    private bool isDirty;

    private PointJournal(FileStream file)
    {
        this.file = file;
        writer = new(file);
    }

    /// <summary>What was found damaged, and what was done about it; null: nothing.</summary>
    public string? Damage { get; private set; }

    /// <summary>How many bytes at the end are not sound: damaged, or not written to their end.</summary>
    public long UnsoundBytes => file.Length - sound;

    /// <summary>Opens the journal of a folder for appending. What is damaged or was not written to its end is cut off and kept beside it.</summary>
    /// <remarks>The folder must be locked.</remarks>
    public static PointJournal Open(string path)
    {
        var journal = new PointJournal(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0));
        journal.Scan();
        journal.CutOff(path + ".damaged");
        return journal;
    }

    /// <summary>Opens the journal of a folder for reading, also while another process appends to it. What is not sound is not seen.</summary>
    public static PointJournal OpenToRead(string path)
    {
        var journal = new PointJournal(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0));
        journal.Scan();
        return journal;
    }

    /// <summary>Makes room for as many points: a table that grows leaves its smaller ones behind.</summary>
    public void Expect(int count) => points.EnsureCapacity(count);

    /// <summary>Whether a run has ended, well or not.</summary>
    public bool Contains(PointId run) => points.ContainsKey(run);

    /// <summary>Whether a run has ended without figures.</summary>
    public bool HasFailed(PointId run) => points.TryGetValue(run, out var entry) && entry.HasFailed;

    /// <summary>A finished point; null: it is not.</summary>
    public JournalRecord? Find(PointId run)
    {
        if (!points.TryGetValue(run, out var entry))
        {
            return null;
        }

        file.Position = entry.Start;
        var content = new RecordReader(file).Next() ?? throw new IOException($"{file.Name} changed while it was read.");
        content.ReadByte();
        return RecordCodec.ReadPoint(content);
    }

    /// <summary>The experiment that points vary, as YAML; null: it is not in the journal.</summary>
    public string? FindBase(PointId id)
    {
        file.Position = 0;
        var reader = new RecordReader(new BufferedStream(file, ReadBufferBytes));
        while (reader.Next() is { } content)
        {
            if (content.ReadByte() == RecordCodec.Base && RecordCodec.ReadId(content) == id)
            {
                return content.ReadString();
            }
        }

        return null;
    }

    /// <summary>Keeps the experiment that points vary, once.</summary>
    public void AppendBase(PointId id, string yaml)
    {
        if (bases.Add(id))
        {
            Append(content => RecordCodec.WriteBase(content, id, yaml));
        }
    }

    /// <summary>Keeps a finished point. One of the same run before it counts no more.</summary>
    public void Append(JournalRecord record)
    {
        var start = Append(content => RecordCodec.WritePoint(content, record));
        points[record.Run] = new(start, record.Result.Error is not null);
    }

    /// <summary>Waits until the disk has all that was appended.</summary>
    public void Flush()
    {
        if (isDirty)
        {
            file.Flush(flushToDisk: true);
            isDirty = false;
        }
    }

    public void Dispose()
    {
        Flush();
        file.Dispose();
    }

    private long Append(Action<BinaryWriter> write)
    {
        file.Seek(0, SeekOrigin.End);
        isDirty = true;
        return writer.Append(write);
    }

    private void Scan()
    {
        var stream = new BufferedStream(file, ReadBufferBytes);
        var reader = new RecordReader(stream);
        for (var start = 0L; reader.Next() is { } content; start = reader.SoundLength)
        {
            switch (content.ReadByte())
            {
                case RecordCodec.Base:
                    bases.Add(RecordCodec.ReadId(content));
                    break;
                case RecordCodec.Point:
                    var (run, hasFailed) = RecordCodec.ReadHead(content);
                    points[run] = new(start, hasFailed);
                    break;
                default:
                    // Written by a later program, which knows what it means.
                    break;
            }
        }

        sound = reader.SoundLength;
    }

    private void CutOff(string keptIn)
    {
        var damaged = UnsoundBytes;
        if (damaged == 0)
        {
            return;
        }

        file.Position = sound;
        using (var kept = new FileStream(keptIn, FileMode.Append, FileAccess.Write))
        {
            file.CopyTo(kept);
            kept.Flush(flushToDisk: true);
        }

        file.SetLength(sound);
        Damage = $"The last {damaged:N0} bytes of {file.Name} were damaged or not written to their end. They were moved to {keptIn}; the points in them are run again.";
    }

    // In one number: with what a table of hashes adds, a point takes 36 bytes instead of 44.
    private readonly struct Entry(long start, bool hasFailed)
    {
        private readonly long value = checked(start * 2) + (hasFailed ? 1 : 0);

        public long Start => value / 2;

        public bool HasFailed => value % 2 != 0;
    }
}
