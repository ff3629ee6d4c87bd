"use strict";

// Listens to the program and shows each snapshot. A program that has ended says so; of one that falls silent, what it said last stays.
(() => {
  const { element, format, rows } = ClusterSim;
  const byId = (id) => document.getElementById(id);
  const curve = ClusterSim.curve(byId("curve"));
  const silentAfter = 10_000;
  const retryAfter = 2_000;
  let last = null;
  let heardAt = null;
  let isOver = false;

  const show = (snapshot) => {
    const isRun = snapshot.run !== undefined;
    const view = isRun ? ClusterSim.views.run : ClusterSim.views.sweep;
    const figures = isRun ? snapshot.run : snapshot.sweep;
    const { share, parts, text } = view.progress(figures);
    isOver = snapshot.outcome !== undefined;
    byId("live").hidden = false;
    rows.setText(byId("kind"), view.kind);
    rows.setText(byId("title"), snapshot.title);
    rows.setText(byId("elapsed"), format.elapsed(snapshot.elapsed_seconds));
    showState(snapshot.state, snapshot.state);
    document.title = `${isOver ? snapshot.state : view.headline(figures)} · ${snapshot.title}`;
    showBanner("outcome", snapshot.outcome, snapshot.state);
    rows.bar(byId("progress"), parts, share, text);
    rows.figures(byId("figures"), view.figures(figures, isOver));
    rows.setText(byId("curve-title"), view.curve);
    curve.show(figures.curve, view.curve, format.perSecond);
    showNodes(view.nodes(figures));
    showFailures(view.failures(figures));
    showNotes(view.notes(figures));
  };

  const showState = (state, text) => {
    byId("state").dataset.state = state;
    rows.setText(byId("state"), text);
  };

  const showBanner = (id, text, state) => {
    const banner = byId(id);
    banner.hidden = text === undefined;
    banner.dataset.state = state;
    rows.setText(banner, text ?? "");
  };

  const showNodes = ({ isShown, columns, rows: nodes }) => {
    byId("nodes").hidden = !isShown;
    if (isShown) {
      rows.table(byId("nodes-table"), "Nodes", columns, nodes);
    }
  };

  const showFailures = (failures) => {
    byId("failures").hidden = failures.length === 0;
    rows.fit(
      byId("failures-list"),
      failures,
      () => element("li", { class: "failure" }, element("header", {}, element("strong"), element("span"), element("span")), element("p")),
      (item, failure) => {
        const [point, values, node] = item.firstElementChild.children;
        rows.setText(point, `Point ${failure.point}`);
        rows.setText(values, failure.values);
        rows.setText(node, `on ${failure.node}`);
        rows.setText(item.lastElementChild, failure.reason);
      },
    );
  };

  const showNotes = (notes) => {
    byId("notes").hidden = notes.length === 0;
    rows.fit(byId("notes-list"), notes, () => element("p", { class: "note" }), rows.setText);
  };

  // What is seen is old then, and must not be taken for a run that stands still.
  const lost = (why) => {
    const since = heardAt === null ? "" : ` The figures are those of ${new Date(heardAt).toLocaleTimeString()}.`;
    showState("lost", "no connection");
    showBanner("connection", `${why}${since} The page tries again.`, "lost");
    document.title = `? · ${last?.title ?? "ClusterSim"}`;
  };

  const connect = () => {
    const source = new EventSource("events");
    source.addEventListener("message", (event) => {
      last = JSON.parse(event.data);
      heardAt = Date.now();
      showBanner("connection", undefined, "");
      show(last);
      if (isOver) {
        source.close();
      }
    });
    source.addEventListener("error", () => {
      if (!isOver) {
        lost("The connection to the program is lost, and it did not say that it has ended.");
        if (source.readyState === EventSource.CLOSED) {
          setTimeout(connect, retryAfter);
        }
      }
    });
  };

  setInterval(() => {
    if (!isOver && heardAt !== null && Date.now() - heardAt > silentAfter) {
      lost("The program has fallen silent.");
    }
  }, 1_000);
  connect();
})();
