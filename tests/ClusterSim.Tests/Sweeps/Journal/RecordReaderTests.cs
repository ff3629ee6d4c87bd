using ClusterSim.Sweeps.Journal;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Journal;

public sealed class RecordReaderTests
{
    private static readonly Gen<byte[][]> Contents = Gen.Byte.Array[0, 40].Array[0, 8];

    [Fact]
    public void Read_WhatWasWritten_GivesItBack() => Contents.Sample(contents => Assert.Equal(contents, Read(Write(contents))));

    [Fact]
    public void Read_TruncatedFile_GivesAllThatIsWhole() =>
        Gen.Select(Contents, Gen.Int[0, 400]).Sample((contents, cut) =>
        {
            var file = Write(contents);
            var kept = Math.Min(cut, file.Length);

            Assert.Equal(WholeWithin(contents, kept), Read(file[..kept]));
        });

    [Fact]
    public void Read_FileWithAFlippedBit_GivesAllBeforeItAndInventsNothing() =>
        Gen.Select(Contents, Gen.Int[0, 400], Gen.Int[0, 7]).Sample((contents, place, bit) =>
        {
            var file = Write(contents);
            if (place >= file.Length)
            {
                return;
            }

            file[place] ^= (byte)(1 << bit);

            Assert.Equal(WholeWithin(contents, place), Read(file));
        });

    [Fact]
    public void SoundLength_OfATornFile_IsWhereItsLastWholeRecordEnds()
    {
        var file = Write([[1, 2, 3], [4]]);
        var reader = new RecordReader(new MemoryStream(file[..^1]));
        while (reader.Next() is not null)
        {
        }

        Assert.Equal(RecordFormat.HeaderBytes + 3, reader.SoundLength);
    }

    private static byte[] Write(byte[][] contents)
    {
        using var file = new MemoryStream();
        var writer = new RecordWriter(file);
        Array.ForEach(contents, content => writer.Append(to => to.Write(content)));
        return file.ToArray();
    }

    private static List<byte[]> Read(byte[] file)
    {
        var reader = new RecordReader(new MemoryStream(file));
        var contents = new List<byte[]>();
        while (reader.Next() is { } content)
        {
            contents.Add(content.ReadBytes((int)content.BaseStream.Length));
        }

        return contents;
    }

    private static List<byte[]> WholeWithin(byte[][] contents, int bytes)
    {
        var end = 0;
        return [.. contents.TakeWhile(content => (end += RecordFormat.HeaderBytes + content.Length) <= bytes)];
    }
}
