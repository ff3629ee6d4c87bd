using ClusterSim.Core.Units;

namespace ClusterSim.Cluster.Inputs;

/// <summary>
/// A folder of files, each named by the hash of its content, bounded in size: the least recently used go first, never one in use.
/// Survives the process: a file is written beside, verified and then renamed, so that whatever has such a name is whole.
/// </summary>
/// <remarks>Several threads may use it; a lock file keeps other processes out.</remarks>
internal sealed class InputCache : IDisposable
{
    private const string LockName = "lock";
    private const string DraftSuffix = ".part";
    private const string LinksName = "links";

    private readonly Lock gate = new();
    private readonly string folder;
    private readonly long limit;
    private readonly FileStream lockFile;
    private readonly Dictionary<string, CachedInput> inputs = new(StringComparer.Ordinal);
    private long uses;
    private long reserved;

    private InputCache(string folder, long limit, FileStream lockFile)
    {
        this.folder = folder;
        this.limit = limit;
        this.lockFile = lockFile;
    }

    /// <summary>A folder for links to inputs. Empty when the cache is opened.</summary>
    public string LinkFolder => Path.Combine(folder, LinksName);

    /// <summary>Bytes of all cached inputs, and of those on their way here.</summary>
    public long Size
    {
        get
        {
            lock (gate)
            {
                return inputs.Values.Sum(input => input.Size) + reserved;
            }
        }
    }

    /// <summary>Opens a folder, which is made if need be. Unfinished files in it are deleted.</summary>
    /// <exception cref="IOException">Another process uses it, or it cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public static InputCache Open(string folder, ByteSize limit)
    {
        Directory.CreateDirectory(folder);
        var locked = new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var cache = new InputCache(folder, limit.Bytes, locked);
        cache.DeleteLinks();
        cache.TakeStock();
        return cache;
    }

    /// <summary>Takes an input into use, if it is here; it stays until <see cref="Release"/>.</summary>
    /// <returns>Its file; null: it is not here.</returns>
    public string? TryUse(InputId id)
    {
        lock (gate)
        {
            return Use(id);
        }
    }

    /// <summary>Gives an input out of use, once for each <see cref="TryUse"/>.</summary>
    public void Release(string hash)
    {
        lock (gate)
        {
            inputs[hash].Users--;
        }
    }

    /// <summary>Makes room for an input, and opens the file beside its place that it is written to.</summary>
    /// <exception cref="InputUnavailableException">There is no room for it.</exception>
    public InputDraft Begin(InputId id)
    {
        lock (gate)
        {
            MakeRoom(id);
            var draft = new InputDraft(id, PathOf(id.Hash) + DraftSuffix);
            reserved += id.Size;
            return draft;
        }
    }

    /// <summary>Puts a draft in its place, if it is what it is to be; otherwise nothing of it stays.</summary>
    /// <returns>Whether it is.</returns>
    public bool Complete(InputDraft draft)
    {
        var isWhole = draft.Finish();
        lock (gate)
        {
            if (!isWhole)
            {
                File.Delete(draft.Path);
                reserved -= draft.Id.Size;
                return false;
            }

            var path = PathOf(draft.Id.Hash);
            File.Move(draft.Path, path, overwrite: true);
            reserved -= draft.Id.Size;
            inputs[draft.Id.Hash] = new CachedInput(draft.Id.Hash, path, draft.Id.Size) { IsVerified = true, LastUse = ++uses };
            return true;
        }
    }

    /// <summary>Gives a draft up.</summary>
    public void Abandon(InputDraft draft)
    {
        lock (gate)
        {
            reserved -= draft.Id.Size;
            draft.Dispose();
            File.Delete(draft.Path);
        }
    }

    public void Dispose() => lockFile.Dispose();

    private string? Use(InputId id)
    {
        if (!inputs.TryGetValue(id.Hash, out var input))
        {
            return null;
        }

        // What was found at the start may have suffered since it was written. One look is enough: nobody else writes here.
        if (!input.IsVerified && !Verify(input, id))
        {
            Delete(input);
            return null;
        }

        input.Users++;
        input.LastUse = ++uses;
        File.SetLastWriteTimeUtc(input.Path, TimeProvider.System.GetUtcNow().UtcDateTime);
        return input.Path;
    }

    private static bool Verify(CachedInput input, InputId id)
    {
        try
        {
            input.IsVerified = InputId.OfFile(input.Path) == id;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            input.IsVerified = false;
        }

        return input.IsVerified;
    }

    private string PathOf(string hash) =>
        InputId.IsHash(hash) ? Path.Combine(folder, hash) : throw new InputUnavailableException("The name of an input is no hash.");

    private void DeleteLinks()
    {
        if (Directory.Exists(LinkFolder))
        {
            Directory.Delete(LinkFolder, recursive: true);
        }
    }

    private void TakeStock()
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal))
        {
            if (file.Name.EndsWith(DraftSuffix, StringComparison.Ordinal))
            {
                file.Delete();
            }
            else if (InputId.IsHash(file.Name))
            {
                inputs[file.Name] = new CachedInput(file.Name, file.FullName, file.Length) { LastUse = ++uses };
            }
        }

        Evict(limit);
    }

    private void MakeRoom(InputId id)
    {
        if (id.Size > limit)
        {
            throw new InputUnavailableException($"An input of {id.Size:N0} bytes is more than this node caches ({limit:N0}): raise limits.inputs in its file.");
        }

        Evict(limit - id.Size);
        if (Size > limit - id.Size)
        {
            throw new InputUnavailableException(
                $"There is no room for an input of {id.Size:N0} bytes: others that are in use fill this node's cache ({limit:N0}). Raise limits.inputs in its file.");
        }
    }

    private void Evict(long most)
    {
        foreach (var input in inputs.Values.Where(input => input.Users == 0).OrderBy(input => input.LastUse).ToList())
        {
            if (Size <= most)
            {
                return;
            }

            Delete(input);
        }
    }

    private void Delete(CachedInput input)
    {
        inputs.Remove(input.Hash);
        File.Delete(input.Path);
    }
}
