using ClusterSim.Reports.Pages;
using Xunit;

namespace ClusterSim.Tests.Reports.Pages;

public sealed class HtmlTests
{
    [Fact]
    public void Of_Text_EncodesIt()
    {
        var name = "<script>alert('1')</script> & \"more\"";

        Assert.Equal("<p>&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt; &amp; &quot;more&quot;</p>", Html.Of($"<p>{name}</p>").Text);
    }

    [Fact]
    public void Of_Html_LeavesItAsItIs()
    {
        var inner = Html.Of($"<b>{"1 < 2"}</b>");

        Assert.Equal("<p><b>1 &lt; 2</b></p>", Html.Of($"<p>{inner}</p>").Text);
    }

    [Fact]
    public void Data_WithMarkup_EndsNoScript()
    {
        var data = PageData.Of("names", json => json.WriteStringValue("</script><!-- é"));

        Assert.DoesNotContain('<', data.Json);
    }

    [Fact]
    public void Page_WithMarkupInItsName_ShowsItAsText()
    {
        using var output = new StringWriter();

        PageWriter.Write(new Page { Title = "<img src=x>", Kind = "Test", Sections = [new PageSection("one", "<i>", Html.Empty)] }, output);

        Assert.DoesNotContain("<img src=x>", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("<h1>&lt;img src=x&gt;</h1>", output.ToString(), StringComparison.Ordinal);
    }
}
