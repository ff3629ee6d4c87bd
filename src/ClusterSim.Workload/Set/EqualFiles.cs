using System.Numerics;
using System.Runtime.InteropServices;

namespace ClusterSim.Workload.Set;

/// <summary>Finds files of equal content, so that each content is parsed and held once.</summary>
internal static class EqualFiles
{
    private const int BlockSize = 1 << 16;

    /// <summary>
    /// For each file, the place of the first one that has the same content. A file that cannot be read is equal to none:
    /// whoever reads it next reports why.
    /// </summary>
    public static int[] FirstEqual(IReadOnlyList<string> paths)
    {
        var first = Enumerable.Range(0, paths.Count).ToArray();
        var placeOfPath = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < paths.Count; i++)
        {
            first[i] = placeOfPath.TryAdd(paths[i], i) ? i : placeOfPath[paths[i]];
        }

        var sameLength = placeOfPath.Values.GroupBy(place => LengthOf(paths[place])).Where(group => group.Count() > 1);
        foreach (var places in sameLength)
        {
            MergeEqual(places, paths, first);
        }

        // A path that was listed before leads to its first occurrence, which may by now lead on to an equal file.
        return Array.ConvertAll(first, place => first[place]);
    }

    // The hash only finds candidates, so that not all have to be compared with all; equality is decided by the bytes.
    private static void MergeEqual(IEnumerable<int> places, IReadOnlyList<string> paths, int[] first)
    {
        var contents = new Dictionary<ulong, List<int>>();
        foreach (var place in places.Order())
        {
            if (HashOf(paths[place]) is not { } hash)
            {
                continue;
            }

            if (!contents.TryGetValue(hash, out var candidates))
            {
                contents.Add(hash, candidates = []);
            }

            var equal = candidates.FindIndex(candidate => AreEqual(paths[candidate], paths[place]));
            if (equal < 0)
            {
                candidates.Add(place);
            }
            else
            {
                first[place] = candidates[equal];
            }
        }
    }

    private static long LengthOf(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? file.Length : -1;
    }

    private static ulong? HashOf(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var block = new byte[BlockSize];
            var hash = 0UL;
            int read;
            do
            {
                read = stream.ReadAtLeast(block, BlockSize, throwOnEndOfStream: false);
                hash = Mix(hash, block.AsSpan(0, read));
            }
            while (read == BlockSize);
            return hash;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ulong Mix(ulong hash, ReadOnlySpan<byte> block)
    {
        // A multiplication for each word, as in the hash of Firefox: fast, and good enough to find candidates, even
        // without the last bytes that make up no word.
        const ulong Factor = 0x517CC1B727220A95;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(block))
        {
            hash = unchecked((BitOperations.RotateLeft(hash, 5) ^ word) * Factor);
        }

        return hash;
    }

    private static bool AreEqual(string left, string right)
    {
        try
        {
            using var leftStream = File.OpenRead(left);
            using var rightStream = File.OpenRead(right);
            var (leftBlock, rightBlock) = (new byte[BlockSize], new byte[BlockSize]);
            while (true)
            {
                var read = leftStream.ReadAtLeast(leftBlock, BlockSize, throwOnEndOfStream: false);
                var readRight = rightStream.ReadAtLeast(rightBlock, BlockSize, throwOnEndOfStream: false);
                if (!leftBlock.AsSpan(0, read).SequenceEqual(rightBlock.AsSpan(0, readRight)))
                {
                    return false;
                }

                if (read == 0)
                {
                    return true;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
