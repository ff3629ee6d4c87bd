using ClusterSim.BrowserTests.Browsers;
using ClusterSim.BrowserTests.Reports;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(RunReports))]
[assembly: AssemblyFixture(typeof(SweepReports))]
