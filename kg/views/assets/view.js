// A map: choosing, folding, filtering, finding ways, and the link that brings all of it back.

const panel = byId("panel");

// ── the link ──

const keysOf = (ids) => [...ids].map((id) => NAMES[id].k).join("~");
const idsOf = (text) => (text || "").split("~").map((key) => NUMBER_OF.get(key)).filter((id) => NODE.has(id));

/** Whether the same names are folded as when the map was opened. */
const isAsBuilt = () => view.depth === MAP.depth && view.opened.size === MAP.opened.length && MAP.opened.every((id) => view.opened.has(id));

function writeLink() {
  const set = new URLSearchParams();
  if (view.query) set.set("q", view.query);
  if (view.depth !== MAP.depth) set.set("depth", view.depth);
  if (view.off.size) set.set("off", [...view.off].join("~"));
  if (view.noTies.size) set.set("without", [...view.noTies].join("~"));
  if (view.latin) set.set("latin", "1");
  if (view.least) set.set("sure", view.least);
  if (!allDays()) set.set("days", `${DAYS[view.from]}~${DAYS[view.to]}`);
  if (!isAsBuilt()) set.set("turned", keysOf(view.opened));
  for (const [name, ids] of [["hidden", view.hidden], ["pinned", view.pinned]]) if (ids.size) set.set(name, keysOf(ids));
  if (view.path) set.set("path", keysOf([view.path.start, view.path.end]));
  if (touchedByHand) {
    const { x, y } = network.getViewPosition();
    set.set("at", [Math.round(x), Math.round(y), network.getScale().toFixed(3)].join("~"));
  }
  const key = view.chosen >= 0 ? anchorOf(NAMES[view.chosen]) : "";
  const rest = set.toString();
  history.replaceState(null, "", key || rest ? `${key || "#"}${rest ? `?${rest}` : ""}` : location.pathname + location.search);
}

function readLink() {
  const [key, rest] = location.hash.slice(1).split("?");
  const set = new URLSearchParams(rest || "");
  const list = (name) => (set.get(name) || "").split("~").filter(Boolean);
  view.depth = MAP.folds && ["0", "1", "2"].includes(set.get("depth")) ? Number(set.get("depth")) : MAP.depth;
  view.off = new Set(list("off"));
  view.noTies = new Set(list("without").filter((kind) => LINES[kind]));
  view.latin = set.get("latin") === "1";
  view.least = Math.min(100, Math.max(0, Number(set.get("sure")) || 0));
  const [from, to] = list("days");
  view.from = DAY.has(from) ? DAY.get(from) : 0;
  view.to = DAY.has(to) ? DAY.get(to) : Math.max(0, DAYS.length - 1);
  view.opened = new Set(set.has("turned") || view.depth !== MAP.depth ? idsOf(set.get("turned")) : MAP.opened);
  view.hidden = new Set(idsOf(set.get("hidden")));
  view.pinned = new Set(idsOf(set.get("pinned")));
  view.query = set.get("q") || "";
  view.path = null;
  byId("query").value = view.query;
  view.found = view.query ? new Set(findNames(view.query, NODE.keys())) : null;
  let name = "";
  try { name = decodeURIComponent(key || ""); } catch { name = ""; }
  const at = NUMBER_OF.get(name);
  view.chosen = at !== undefined && NODE.has(at) ? at : -1;
  if (view.chosen >= 0) unfoldTo(view.chosen);
  drawAll();
  const ends = idsOf(set.get("path"));
  const place = list("at").map(Number);
  if (place.length === 3 && place.every(Number.isFinite) && place[2] > 0) {
    settle = () => network.moveTo({ position: { x: place[0], y: place[1] }, scale: place[2] });
    settle();
    touchedByHand = true;
  } else if (view.chosen >= 0 && ends.length !== 2) bringIn(view.chosen);
  if (ends.length === 2) showPath(ends[0], ends[1]);
}

function drawAll() {
  dress();
  drawLegend();
  drawFilters();
  drawPanel();
}

// ── choosing ──

function drawPanel() {
  if (view.path) panel.replaceChildren(...listPath());
  else if (view.chosen >= 0) panel.replaceChildren(...showChosen(view.chosen));
  else drawContents();
  panel.scrollTop = 0;
}

let unfoldedAt = -Infinity;
/** Choose a name. ``still``: it was clicked where it stands, so the picture need not move to it. */
function open(at, still) {
  if (!NODE.has(at)) {
    panel.replaceChildren(...showName(at, open, close));
    panel.querySelector("h2").focus({ preventScroll: true });
    return;
  }
  settle = null;
  view.chosen = at;
  view.path = null;
  view.off.delete(legendOf(at));
  view.hidden.delete(at);
  unfoldTo(at);
  const unfolds = isFolded(at);
  setOpen(at, true);
  drawAll();
  if (unfolds) {
    unfoldedAt = performance.now();
    fit([at, ...BELOW.get(at)].filter((id) => shown.has(id)));
  } else if (still !== true) bringIn(at);
  writeLink();
  panel.querySelector("h2").focus({ preventScroll: true });
}

function close() {
  settle = null;
  view.chosen = -1;
  view.path = null;
  drawAll();
  writeLink();
}

/** Everything about one name, below what can be done with it on the map. */
function showChosen(at) {
  const [head, ...body] = isSketch ? showSketch(at) : showName(at, open, close);
  const act = (label, pressed, run) => make("button", { type: "button", class: "maplink", "aria-pressed": pressed === undefined ? undefined : String(pressed), onclick: () => { run(); drawAll(); writeLink(); } }, label);
  head.append(make("div", { class: "acts", role: "group", "aria-label": "图上操作" },
    isHub(at) && at !== MAP.root ? act(isOpen(at) ? "收起下属" : `展开 ${countBelow(at)} 个`, undefined, () => setOpen(at, !isOpen(at))) : null,
    act("钉住", view.pinned.has(at), () => { if (view.pinned.has(at)) view.pinned.delete(at); else view.pinned.add(at); }),
    act("隐去", undefined, () => { view.hidden.add(at); view.pinned.delete(at); view.chosen = -1; }),
    make("button", { type: "button", class: "maplink", onclick: () => fit([at, ...(near.get(at) || [])].filter((id) => shown.has(id))) }, "看周围")));
  return [head, pathForm(at), ...body];
}

/** What a map without facts knows of a name; its own page has the rest. */
function showSketch(at) {
  const ties = TIES.filter((tie) => tie.from === at || tie.to === at);
  const list = make("ul", { class: "facts" });
  growList(list, ties, (tie) => make("li", { class: "fact" }, make("div", { class: "words" }, make("span", { class: "verb" }, tie.bundle ? `${tie.count} 条关系` : LINES[tie.kind][tie.from === at ? "forth" : "back"]),
    nameLink(tie.from === at ? tie.to : tie.from, open))), 60);
  return [...showName(at, open, close).slice(0, 1), make("p", { class: "hint" }, "本图名称太多，不带原句；事实和原句见这个名称自己的页面或地图。"),
    make("section", { class: "group" }, make("h3", {}, "图中的关系", make("span", { class: "n" }, String(ties.length))), list)];
}

network.on("click", (event) => {
  if (performance.now() - unfoldedAt < 350) return; // the second half of a double click: the picture has moved below it
  const at = event.nodes.length ? event.nodes[0] : labelAt(event.pointer.DOM);
  if (at >= 0) open(at, true);
  else if (event.edges.length && openEdge(event.edges[0])) return;
  else if (view.chosen >= 0 || view.path) close();
});
network.on("doubleClick", (event) => {
  const at = event.nodes.length ? event.nodes[0] : labelAt(event.pointer.DOM);
  if (at < 0 || !isHub(at) || at === MAP.root || performance.now() - unfoldedAt < 700) return;
  setOpen(at, false);
  drawAll();
  writeLink();
});
network.on("hoverNode", (event) => { hovered = event.node; byId("map").style.cursor = "pointer"; network.redraw(); });
network.on("blurNode", () => { hovered = -1; byId("map").style.cursor = ""; network.redraw(); });

/** What binds two names, with the sentences. */
function openEdge(id) {
  const tie = TIES.find((each) => each.id === id);
  if (!tie || tie.bundle) return false;
  view.chosen = -1;
  view.path = { start: tie.from, end: tie.to, steps: [tie], names: new Set([tie.from, tie.to]), edges: new Set([tie.id]) };
  drawAll();
  return true;
}

// ── ways between two names ──

function pathForm(at) {
  const answers = make("ul", { class: "answers" });
  const field = make("input", {
    type: "search", id: "far", autocomplete: "off", spellcheck: "false", placeholder: `从${calm(NAMES[at].n)}到谁？`,
    oninput: () => answers.replaceChildren(...findNames(field.value.trim(), NODE.keys()).filter((id) => id !== at).slice(0, 6).map((id) =>
      make("li", {}, make("button", { type: "button", class: "name", onclick: () => showPath(at, id) }, glyph(NAMES[id].t), make("bdi", {}, NAMES[id].n))))),
    onkeydown: (event) => { if (event.key === "Enter" && !event.isComposing) answers.querySelector("button")?.click(); },
  });
  return make("details", { class: "way" }, make("summary", {}, "找两个名称之间的路径"), make("label", { class: "hidden", for: "far" }, "路径的另一端"), field, answers);
}

function showPath(start, end) {
  const steps = findPath(start, end);
  if (!steps) {
    panel.querySelector(".answers")?.replaceChildren(make("li", { class: "hint" }, `图中没有从${calm(NAMES[start].n)}到${calm(NAMES[end].n)}的路径。`));
    return;
  }
  const names = new Set([start, end]);
  for (const edge of steps) { names.add(edge.from); names.add(edge.to); }
  view.path = { start, end, steps, names, edges: new Set(steps.map((edge) => edge.id)) };
  view.chosen = -1;
  for (const id of names) { unfoldTo(id); view.off.delete(legendOf(id)); view.hidden.delete(id); }
  drawAll();
  if (!settle) fit([...names].filter((id) => shown.has(id)));
  writeLink();
  panel.querySelector("h2").focus({ preventScroll: true });
}

function listPath() {
  const { start, end, steps } = view.path;
  const items = [];
  let at = start;
  for (const edge of steps) {
    const far = edge.from === at ? edge.to : edge.from;
    const facts = edge.kind === TOGETHER
      ? sharedEvents(edge.from, edge.to).flatMap((event) => [edge.from, edge.to].flatMap((person) => FACTS_OF[person].filter((number) => FACTS[number].o === event && EVENTFUL.has(FACTS[number].p))))
      : factsOfEdge(edge).filter(factHolds);
    items.push(make("li", {},
      make("p", { class: "words" }, nameLink(at, open), make("span", { class: "verb" }, edge.kind === TOGETHER ? `同场 ${edge.weight} 次` : LINES[edge.kind][edge.from === at ? "forth" : "back"]), nameLink(far, open)),
      make("ul", { class: "facts" }, facts.map((number) => showFact(number, edge.kind === TOGETHER ? undefined : at, open, true)))));
    at = far;
  }
  return [make("header", { class: "entry" },
    make("div", { class: "kicker" }, steps.length > 1 ? `路径 · ${steps.length} 步` : "关系", make("button", { type: "button", class: "close", title: "关闭（Esc）", "aria-label": "关闭", onclick: close }, "×")),
    make("h2", { tabindex: "-1", dir: "auto" }, `${calm(NAMES[start].n)} — ${calm(NAMES[end].n)}`),
    steps.length > 1 ? make("p", { class: "hint" }, "最短的一条：同属一地只算远亲，同会、任职算近。") : null),
  make("ol", { class: "steps" }, items)];
}

// ── legend ──

function drawLegend() {
  const counts = new Map();
  const sample = new Map();
  for (const node of MAP.nodes) {
    const key = legendOf(node.id);
    counts.set(key, (counts.get(key) || 0) + 1);
    if (!sample.has(key)) sample.set(key, node);
  }
  const keys = isCompany
    ? [...counts.keys()].sort((a, b) => sample.get(a).group - sample.get(b).group).slice(0, 24)
    : [...new Set(Object.values(LOOKS).map((look) => look.legend))].filter((key) => counts.has(key));
  const flip = (set, key) => { if (set.has(key)) set.delete(key); else set.add(key); drawAll(); writeLink(); };
  const chip = (set, key, ...label) => make("button", { type: "button", "aria-pressed": String(!set.has(key)), "data-legend": key, onclick: () => flip(set, key) }, ...label);
  const chips = keys.map((key) => chip(view.off, key, isCompany ? swatch(sample.get(key).group) : glyph(NAMES[sample.get(key).id].t),
    isCompany ? describeGroup(sample.get(key).group) : key, make("span", { class: "n" }, String(counts.get(key)))));
  const kinds = [...new Set(MAP.edges.map((edge) => edge.kind))];
  const lines = kinds.length < 2 ? [] : Object.keys(LINES).filter((kind) => kinds.includes(kind)).map((kind) => chip(view.noTies, kind, stroke(kind), LINES[kind].forth));
  const focus = document.activeElement?.dataset?.legend;
  byId("legend").replaceChildren(...chips);
  byId("lines").replaceChildren(...lines);
  if (focus) document.querySelector(`[data-legend="${CSS.escape(focus)}"]`)?.focus();
}

function swatch(group) {
  const mark = make("span", { class: "glyph dot", "aria-hidden": "true" });
  mark.style.background = colourOfGroup(group);
  return mark;
}

function stroke(kind) {
  const mark = make("span", { class: `stroke${LINES[kind].dashed ? " dashed" : ""}`, "aria-hidden": "true" });
  mark.style.color = colourOf(LINES[kind]);
  return mark;
}

/** A group by the district that most of its people are of. */
function describeGroup(group) {
  const counts = new Map();
  for (const node of MAP.nodes) {
    if (node.group === group) for (const place of NAMES[node.id].g || []) counts.set(place, (counts.get(place) || 0) + 1);
  }
  const [place] = [...counts].sort((a, b) => b[1] - a[1])[0] || [];
  return place === undefined ? groupName(group) : `${groupName(group)} ${calm(NAMES[place].n)}`;
}

// ── filters ──

function drawFilters() {
  byId("latin").setAttribute("aria-pressed", String(view.latin));
  byId("sure").value = view.least;
  byId("sureout").textContent = view.least ? `≥ ${view.least}%` : "不限";
  for (const [id, value] of [["from", view.from], ["to", view.to]]) {
    byId(id).max = String(Math.max(0, DAYS.length - 1));
    byId(id).value = value;
    byId(id).setAttribute("aria-valuetext", DAYS[value] || "无日期");
  }
  byId("daysout").textContent = DAYS.length ? (allDays() ? `${DAYS[0]} 至 ${DAYS[DAYS.length - 1]}` : `${DAYS[view.from]} 至 ${DAYS[view.to]}，无日期的不算`) : "无日期";
  byId("daysbox").hidden = DAYS.length < 2;
  byId("depthbox").hidden = !MAP.folds;
  for (const button of byId("depth").children) button.setAttribute("aria-pressed", String(Number(button.dataset.depth) === view.depth && !view.opened.size));
  const active = isFiltered() || view.off.size || view.hidden.size || view.pinned.size;
  byId("reset").hidden = !active && isAsBuilt();
  byId("reset").textContent = view.hidden.size ? `还原（已隐去 ${view.hidden.size}）` : "还原";
  const root = shown.has(MAP.root) ? 1 : 0;
  const folded = SHOWN.filter(isFolded).length ? ` · 收起的可点开` : "";
  byId("note").textContent = `${SHOWN.length - root} 个名称 · ${TIES.length} 条关系${folded}${MAP.left ? ` · 另有 ${MAP.left} 个未画出` : ""}`;
}

let waiting = 0;
/** Draw again, but not more often than a hand moves a slider. */
function soon(run) {
  clearTimeout(waiting);
  waiting = setTimeout(() => { run(); drawAll(); writeLink(); }, MAP.nodes.length > 400 ? 120 : 0);
}
byId("sure").addEventListener("input", (event) => soon(() => { view.least = Number(event.target.value); }));
byId("from").addEventListener("input", (event) => soon(() => { view.from = Math.min(Number(event.target.value), view.to); }));
byId("to").addEventListener("input", (event) => soon(() => { view.to = Math.max(Number(event.target.value), view.from); }));
for (const button of byId("depth").children) {
  button.addEventListener("click", () => { view.depth = Number(button.dataset.depth); view.opened.clear(); drawAll(); fit(); touchedByHand = false; writeLink(); });
}
byId("reset").addEventListener("click", () => {
  Object.assign(view, { depth: MAP.depth, least: 0, from: 0, to: Math.max(0, DAYS.length - 1) });
  for (const set of [view.off, view.noTies, view.hidden, view.pinned]) set.clear();
  view.opened = new Set(MAP.opened);
  drawAll();
  writeLink();
});
for (const [name, save] of Object.entries(SAVES)) byId(name).addEventListener("click", save);
byId("link").addEventListener("click", async () => {
  touchedByHand = true;
  writeLink();
  let done = false;
  try { await navigator.clipboard.writeText(location.href); done = true; } catch { done = false; }
  byId("said").textContent = done ? "已复制：打开它就回到现在这个样子" : "链接在地址栏里：复制它就能回到现在这个样子";
  setTimeout(() => { byId("said").textContent = ""; }, 4000);
});

// ── search and contents ──

/** What the map shows, as lists: the way in for keyboards and screen readers. */
function drawContents() {
  const ids = byImportance.filter((id) => (view.found ? view.found.has(id) : shown.has(id)));
  const groups = new Map(Object.keys(LOOKS).map((type) => [type, []]));
  for (const id of ids) groups.get(NAMES[id].t).push(id);
  const body = [];
  for (const [type, members] of groups) {
    if (!members.length) continue;
    const list = make("ul", { class: "contents" });
    growList(list, members, (id) => make("li", {}, nameLink(id, open), NODE.get(id).note ? make("span", { class: "role" }, NODE.get(id).note) : null), 60);
    body.push(make("section", { class: "group" }, make("h3", {}, LOOKS[type].label, make("span", { class: "n" }, String(members.length))), list));
  }
  if (MAP.path.length > 1 && !view.found) {
    view.path = pathOfMap();
    panel.replaceChildren(...listPath());
    view.path = null;
    return;
  }
  const root = view.found ? undefined : NAMES[MAP.root];
  if (root && root.e !== "district" && !isSketch) {
    panel.replaceChildren(...showName(MAP.root, open, null), ...body);
    return;
  }
  panel.replaceChildren(
    make("header", { class: "entry" },
      make("div", { class: "kicker" }, "图中名称"),
      make("h2", { tabindex: "-1", dir: "auto" }, DATA.title),
      make("p", { class: "hint" }, view.found ? `找到 ${ids.length} 个名称` : "点图上的名称，或从下面选一个，看它的事实和原句。"),
      root ? make("p", {}, make("button", { type: "button", class: "maplink", onclick: () => open(MAP.root) }, `${calm(root.n)}的事实和原句`)) : null,
      isCompany && !view.found ? explainCompany() : null,
      MAP.left ? make("p", { class: "hint" }, `另有 ${MAP.left} 个名称没有画出，可在名录里查。`) : null),
    ...(isCompany && !view.found ? [listBridges()].filter(Boolean) : []),
    ...body);
}

/** A map that was drawn for a path shows it in its panel from the start. */
function pathOfMap() {
  const steps = MAP.path.slice(1).map((id, at) => MAP.edges.find((edge) => [edge.from, edge.to].sort().join() === [id, MAP.path[at]].sort().join()));
  return { start: MAP.path[0], end: MAP.path[MAP.path.length - 1], steps, names: new Set(MAP.path), edges: new Set(steps.map((edge) => edge.id)) };
}

function explainCompany() {
  return make("p", { class: "hint" }, "连线：两人出席过同一活动，越粗次数越多。颜色：常在一起的人成一群（Louvain 社区划分）。圆越大，同过场的人越多。");
}

function listBridges() {
  const bridges = [...MAP.nodes].filter((node) => node.between > 0).sort((a, b) => b.between - a.between).slice(0, 10);
  if (!bridges.length) return null;
  return make("section", { class: "group" }, make("h3", {}, "联系各群的人"),
    make("p", { class: "hint" }, "中介中心度：其他任意两人之间的最短路有多大比例经过此人；0 从不，1 总是。它只说明见报的同场，不说明权力。"),
    make("ul", { class: "contents" }, bridges.map((node) => make("li", {}, nameLink(node.id, open), make("span", { class: "role" }, node.between.toFixed(3))))));
}

function search(text) {
  view.query = text;
  const hitsFound = findNames(text, NODE.keys());
  view.found = text ? new Set(hitsFound) : null;
  view.chosen = -1;
  view.path = null;
  if (hitsFound.length <= 40) hitsFound.forEach(unfoldTo);
  drawAll();
  writeLink();
  return hitsFound;
}

let typing = 0;
byId("query").addEventListener("input", (event) => {
  clearTimeout(typing);
  typing = setTimeout(() => search(event.target.value.trim()), MAP.nodes.length > 400 ? 120 : 0);
});
byId("query").addEventListener("keydown", (event) => {
  if (event.isComposing || event.key !== "Enter") return; // an input method's own keys choose characters
  clearTimeout(typing);
  const [first] = search(event.target.value.trim());
  if (first !== undefined) open(first);
});
byId("fit").addEventListener("click", () => { touchedByHand = false; settle = null; fit(); writeLink(); });
byId("latin").addEventListener("click", () => { view.latin = !view.latin; drawAll(); network.redraw(); writeLink(); });
byId("closer").addEventListener("click", () => zoom(1.35));
byId("wider").addEventListener("click", () => zoom(1 / 1.35));
document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "Escape") {
    if (view.chosen >= 0 || view.path) close();
    else if (view.found) { byId("query").value = ""; search(""); }
  }
  if (event.key === "/" && document.activeElement.tagName !== "INPUT") { byId("query").focus(); event.preventDefault(); }
});
darkPaper.addEventListener("change", () => { mixPaint(); drawAll(); network.redraw(); });

let touchedByHand = false;
let settle = null; // brings back where a link has left the reader looking, until the reader looks elsewhere
for (const gesture of ["dragEnd", "zoom"]) network.on(gesture, () => { touchedByHand = true; settle = null; });
network.on("resize", () => requestAnimationFrame(() => { // behind the change of scale with which vis-network answers a resize
  if (settle) settle();
  else if (!touchedByHand && view.chosen < 0) fit();
}));
window.addEventListener("beforeprint", () => fit());
byId("title").textContent = DATA.title;
if (window.innerWidth < 760) byId("legendbox").open = false;
drawLegend();
drawFilters();
drawContents();
fit();
network.once("afterDrawing", () => {
  drawn = true;
  requestAnimationFrame(() => { document.body.dataset.drawn = "true"; });
});
window.addEventListener("hashchange", readLink);
window.kgMap = { network, labelAt, boxes: () => boxes, number: (key) => NUMBER_OF.get(key), view, makeTable, drawSvg, shown: () => SHOWN };
if (location.hash.length > 1) readLink();
