using System.Security.Cryptography;
using ClusterSim.Cluster.Inputs;
using ClusterSim.Core.Units;
using ClusterSim.Testing;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Cluster.Inputs;

public sealed class InputCacheTests : IDisposable
{
    private const int Limit = 1000;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Input_Written_IsThereForTheNextProcess()
    {
        var content = Content(1, 300);
        using (var cache = Open())
        {
            Assert.Null(cache.TryUse(Id(content)));
            Put(cache, content);
        }

        using var next = Open();

        Assert.Equal(content, File.ReadAllBytes(next.TryUse(Id(content))!));
    }

    [Fact]
    public void Input_HalfWrittenWhenTheProcessDied_IsGone()
    {
        var content = Content(1, 300);
        string path;
        using (var cache = Open())
        {
            var draft = cache.Begin(Id(content));
            Assert.True(draft.TryAdd(0, content.AsSpan(0, 100)));
            path = draft.Path;
            draft.Dispose();
        }

        using var next = Open();

        Assert.False(File.Exists(path));
        Assert.Equal(0, next.Size);
        Assert.Null(next.TryUse(Id(content)));
    }

    [Fact]
    public void Input_OfOtherContentThanItsName_IsNoFile()
    {
        using var cache = Open();
        var draft = cache.Begin(Id(Content(1, 300)));
        Assert.True(draft.TryAdd(0, Content(2, 300)));

        Assert.False(cache.Complete(draft));

        Assert.Equal(0, cache.Size);
        Assert.DoesNotContain(Directory.GetFiles(folder.FullPath), file => InputId.IsHash(Path.GetFileName(file)));
    }

    [Fact]
    public void Input_ThatIsNotWhole_IsNoFile()
    {
        using var cache = Open();
        var content = Content(1, 300);
        var draft = cache.Begin(Id(content));
        Assert.True(draft.TryAdd(0, content.AsSpan(0, 299)));

        Assert.False(cache.Complete(draft));

        Assert.Null(cache.TryUse(Id(content)));
    }

    [Fact]
    public void Input_ChangedOnTheDisk_IsNotUsed()
    {
        var content = Content(1, 300);
        using (var cache = Open())
        {
            Put(cache, content);
        }

        File.WriteAllBytes(folder.PathOf(Id(content).Hash), Content(2, 300));
        using var next = Open();

        Assert.Null(next.TryUse(Id(content)));
    }

    [Fact]
    public void Cache_ThatIsFull_DropsTheLeastRecentlyUsed()
    {
        using var cache = Open();
        var (first, second, third) = (Content(1, 400), Content(2, 400), Content(3, 400));
        Put(cache, first);
        Put(cache, second);
        Use(cache, first);

        Put(cache, third);

        Assert.NotNull(cache.TryUse(Id(first)));
        Assert.Null(cache.TryUse(Id(second)));
    }

    [Fact]
    public void Cache_WhoseInputsAreInUse_TakesNoMore()
    {
        using var cache = Open();
        var (first, second) = (Content(1, 600), Content(2, 600));
        Put(cache, first);
        Assert.NotNull(cache.TryUse(Id(first)));

        var refused = Assert.Throws<InputUnavailableException>(() => cache.Begin(Id(second)));

        Assert.Contains("in use", refused.Message, StringComparison.Ordinal);
        cache.Release(Id(first).Hash);
        Put(cache, second);
        Assert.Null(cache.TryUse(Id(first)));
    }

    [Fact]
    public void Input_LargerThanTheCache_IsRefused()
    {
        using var cache = Open();

        Assert.Throws<InputUnavailableException>(() => cache.Begin(Id(Content(1, Limit + 1))));
    }

    [Fact]
    public void Folder_OfAnotherProcess_IsRefused()
    {
        using var cache = Open();

        Assert.Throws<IOException>(() => Open().Dispose());
    }

    [Fact]
    public void Cache_WhateverIsAskedOfIt_KeepsItsBoundAndWhatIsInUse()
    {
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2]).Array[1, 60].Sample(
            steps =>
            {
                using var own = new TemporaryFolder();
                using var cache = InputCache.Open(own.FullPath, new ByteSize(Limit));
                var inUse = new List<byte[]>();
                foreach (var (which, what) in steps)
                {
                    Step(cache, Content((byte)which, 100 + (which * 60)), what, inUse);
                    Assert.True(cache.Size <= Limit);
                    Assert.All(inUse, content => Assert.True(File.Exists(own.PathOf(Id(content).Hash))));
                }
            },
            iter: 100);
    }

    [Fact]
    public void Draft_FedInAnyOrder_TakesTheNextPieceOnly()
    {
        Gen.Select(Gen.Int[-10, 110], Gen.Int[0, 60]).Array[0, 30].Sample(
            pieces =>
            {
                using var own = new TemporaryFolder();
                var content = Content(7, 100);
                using var draft = new InputDraft(Id(content), own.PathOf("draft"));
                foreach (var (offset, length) in pieces)
                {
                    var before = draft.Written;
                    var isNext = offset == before && length > 0 && offset + length <= content.Length;
                    var piece = isNext ? content.AsSpan(offset, length) : new byte[length];

                    Assert.Equal(isNext, draft.TryAdd(offset, piece));
                    Assert.Equal(isNext ? before + length : before, draft.Written);
                }

                draft.TryAdd(draft.Written, content.AsSpan((int)draft.Written));
                Assert.True(draft.Finish());
            },
            iter: 100);
    }

    private static void Step(InputCache cache, byte[] content, int what, List<byte[]> inUse)
    {
        if (what == 2 && inUse.Count > 0)
        {
            cache.Release(Id(inUse[0]).Hash);
            inUse.RemoveAt(0);
        }
        else if (cache.TryUse(Id(content)) is not null)
        {
            inUse.Add(content);
        }
        else
        {
            TryPut(cache, content);
        }
    }

    private static void TryPut(InputCache cache, byte[] content)
    {
        try
        {
            Put(cache, content);
        }
        catch (InputUnavailableException)
        {
            // All room is in use.
        }
    }

    private InputCache Open() => InputCache.Open(folder.FullPath, new ByteSize(Limit));

    private static byte[] Content(byte seed, int length) => [.. Enumerable.Range(0, length).Select(index => (byte)((seed + (index * 7)) & 0xff))];

    private static InputId Id(byte[] content) => new(Convert.ToHexStringLower(SHA256.HashData(content)), content.Length);

    private static void Put(InputCache cache, byte[] content)
    {
        var draft = cache.Begin(Id(content));
        Assert.True(draft.TryAdd(0, content));
        Assert.True(cache.Complete(draft));
    }

    private static void Use(InputCache cache, byte[] content)
    {
        Assert.NotNull(cache.TryUse(Id(content)));
        cache.Release(Id(content).Hash);
    }
}
