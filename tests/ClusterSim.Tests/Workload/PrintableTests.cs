using ClusterSim.Workload;
using Xunit;

namespace ClusterSim.Tests.Workload;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("conv1_fwd (größe) 日本 \\", "conv1_fwd (größe) 日本 \\")]
    [InlineData("evil\u001b[31m", "evil\\u001B[31m")]
    [InlineData("two\r\nlines", "two\\u000D\\u000Alines")]
    [InlineData("\u0000\u007f\u0085\u2028\u202e", "\\u0000\\u007F\\u0085\\u2028\\u202E")]
    public void Of_ControlCharacters_AreEscaped(string text, string printable)
    {
        Assert.Equal(printable, Printable.Of(text));
    }

    [Fact]
    public void Of_EscapedText_StaysAsItIs()
    {
        Assert.Equal("\\u001B", Printable.Of(Printable.Of("\u001b")));
    }

    [Fact]
    public void Name_TooLongForALine_IsCut()
    {
        Assert.Equal(new string('x', 60), Printable.Name(new string('x', 60)));
        Assert.Equal(new string('x', 60) + "...", Printable.Name(new string('x', 61)));
    }

    [Fact]
    public void Name_CutWithinACharacterOfTwoHalves_LeavesItOut()
    {
        Assert.Equal(new string('x', 59) + "...", Printable.Name(new string('x', 59) + "\U0001F600y"));
    }

    [Fact]
    public void Name_ControlCharacters_AreEscaped()
    {
        Assert.Equal("a\\u000Ab", Printable.Name("a\nb"));
    }
}
