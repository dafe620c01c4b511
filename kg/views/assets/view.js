// A map: vis-network at rest, labels placed as on a printed map, a legend that filters, and the panel.

const byId = (id) => document.getElementById(id);
const panel = byId("panel");
const MAP = DATA.map;
const NODE = new Map(MAP.nodes.map((node) => [node.id, node]));
const calmMotion = window.matchMedia("(prefers-reduced-motion: reduce)");
const FACE = '"Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC","PingFang SC","Hiragino Sans GB","Microsoft YaHei",sans-serif';
const SERIF = '"Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC","Songti SC",STSong,SimSun,serif';
const FRAME = new Set(["jurisdiction", "locatedIn", "subOrganizationOf", "partOf"]);
const off = new Set();
const near = new Map(MAP.nodes.map((node) => [node.id, new Set()]));
const edgesOf = new Map(MAP.nodes.map((node) => [node.id, []]));
for (const edge of MAP.edges) {
  near.get(edge.from).add(edge.to);
  near.get(edge.to).add(edge.from);
  edgesOf.get(edge.from).push(edge);
  edgesOf.get(edge.to).push(edge);
}
let chosen = -1;
let hovered = -1;
let found = null;
let boxes = [];

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const legendOf = (id) => lookOf(NAMES[id]).legend;
const isShown = (id) => !off.has(legendOf(id));
const isLit = (id) => (chosen >= 0 ? id === chosen || near.get(chosen).has(id) : found ? found.has(id) : true);

function dressNode(node) {
  const colour = colourOf(lookOf(NAMES[node.id]));
  const lit = isLit(node.id);
  const ring = node.id === chosen ? css("--seal") : css("--paper");
  return {
    id: node.id, hidden: !isShown(node.id), opacity: lit ? 1 : 0.14, borderWidth: node.id === chosen ? 3 : 1.5,
    color: { background: colour, border: ring, highlight: { background: colour, border: css("--seal") }, hover: { background: colour, border: css("--ink") } },
  };
}

function dressEdge(edge) {
  const line = LINES[edge.kind];
  const touched = chosen >= 0 && (edge.from === chosen || edge.to === chosen);
  const lit = chosen >= 0 ? touched : found ? found.has(edge.from) && found.has(edge.to) : true;
  const quiet = edge.across && !touched && (FRAME.has(edge.kind) || MAP.edges.length > 900); // the tree of the map says nearly the same
  const colour = colourOf(line);
  return {
    id: edge.id, hidden: quiet || !isShown(edge.from) || !isShown(edge.to), width: line.width * (touched ? 1.9 : 1), dashes: line.dashed ? [4, 4] : false,
    color: { color: colour, highlight: colour, hover: colour, opacity: touched ? 1 : !lit ? 0.05 : edge.across ? (MAP.edges.length > 250 ? 0.28 : 0.45) : 0.7 },
    arrows: line.arrow ? { to: { enabled: true, scaleFactor: 0.45 } } : "",
    smooth: edge.across ? { enabled: true, type: "curvedCW", roundness: 0.16 } : false,
  };
}

const nodes = new vis.DataSet(MAP.nodes.map((node) => ({ id: node.id, x: node.x, y: node.y, shape: node.shape, size: node.size, ...dressNode(node) })));
const edges = new vis.DataSet(MAP.edges.map((edge) => ({ from: edge.from, to: edge.to, ...dressEdge(edge) })));
const network = new vis.Network(byId("map"), { nodes, edges }, {
  physics: false,
  layout: { improvedLayout: false, randomSeed: 1 },
  nodes: { shadow: false, scaling: { label: { enabled: false } }, chosen: false },
  edges: { chosen: false, selectionWidth: 0, hoverWidth: 0 },
  interaction: { hover: true, hoverConnectedEdges: false, selectConnectedEdges: false, keyboard: { enabled: true, bindToWindow: false }, hideEdgesOnDrag: MAP.edges.length > 2500 },
});

function dress() {
  nodes.update(MAP.nodes.map(dressNode));
  edges.update(MAP.edges.map(dressEdge));
}

// ── the ground and the labels ──

network.on("beforeDrawing", (ctx) => {
  for (const [id, x, y, halfWidth, halfHeight] of MAP.islands) {
    if (!isShown(id)) continue;
    ctx.beginPath();
    ctx.ellipse(x, y, halfWidth, halfHeight, 0, 0, 2 * Math.PI);
    ctx.fillStyle = css("--island");
    ctx.fill();
    ctx.lineWidth = 1 / network.getScale();
    ctx.strokeStyle = css("--shore");
    ctx.stroke();
  }
});

const TIER_SIZE = [15, 12.5, 12, 11.5];
const TIER_LEAST = [12, 10.5, 10, 10];
const TIER_FROM = [0, 0.2, 0.34, 0.42];
const LARGEST = ["province", "prefecture"];
const byImportance = MAP.nodes.map((node) => node.id).sort((a, b) =>
  (b === MAP.root) - (a === MAP.root) || LARGEST.includes(NAMES[b].t) - LARGEST.includes(NAMES[a].t) || lookOf(NAMES[a]).tier - lookOf(NAMES[b]).tier || NODE.get(b).size - NODE.get(a).size || a - b);

/** Nodes never shrink to nothing: seen from afar each stays a dot. */
function drawDots(ctx, scale) {
  for (const node of MAP.nodes) {
    if (node.size * scale >= 3 || !isShown(node.id) || !isLit(node.id)) continue;
    const { x, y } = network.getPosition(node.id);
    ctx.beginPath();
    ctx.arc(x, y, (lookOf(NAMES[node.id]).tier === 0 ? 3.6 : 2.6) / scale, 0, 2 * Math.PI);
    ctx.fillStyle = colourOf(lookOf(NAMES[node.id]));
    ctx.fill();
  }
}

function drawLabels(ctx) {
  const scale = network.getScale();
  drawDots(ctx, scale);
  const canvas = byId("map").getBoundingClientRect();
  const ink = css("--ink");
  const paper = css("--paper");
  const soft = css("--soft");
  boxes = [];
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  const special = new Set([chosen, hovered]);
  const rank = (id) => (special.has(id) ? 0 : chosen >= 0 && near.get(chosen).has(id) ? 1 : 2);
  const order = chosen >= 0 || hovered >= 0 ? [...byImportance].sort((a, b) => rank(a) - rank(b)) : byImportance;
  const cells = new Map();
  const taken = new Map();
  for (const node of MAP.nodes) { // labels keep off the larger nodes, but those of districts, which title their ground
    if (!isShown(node.id) || lookOf(NAMES[node.id]).tier > 1 || !isLit(node.id)) continue;
    const point = network.canvasToDOM(network.getPosition(node.id));
    const reach = node.size * scale * 0.8;
    keep(taken, [point.x - reach, point.y - reach, point.x + reach, point.y + reach]);
  }
  for (const id of order) {
    if (!isShown(id) || (!isLit(id) && id !== hovered)) continue;
    const node = NODE.get(id);
    const look = lookOf(NAMES[id]);
    const first = rank(id) < 2 || (found && found.has(id));
    if (!first && id !== MAP.root && scale < TIER_FROM[look.tier]) continue;
    const position = network.getPosition(id);
    const px = Math.min(21, Math.max(first ? 12 : TIER_LEAST[look.tier], TIER_SIZE[look.tier] * scale * (id === MAP.root ? 1.3 : 1)));
    const notePx = px * 0.84;
    const lines = scale < 0.5 && !first ? [calm(node.lines.join(""))].map((text) => (text.length > 14 ? `${text.slice(0, 13)}…` : text)) : node.lines.map(calm);
    const note = node.note && (scale > 0.62 || first) ? calm(node.note) : "";
    const screen = network.canvasToDOM(position);
    const width = Math.max(...lines.map((line) => widthOf(line, px)), widthOf(note, notePx));
    const height = lines.length * px * 1.22 + (note ? notePx * 1.25 : 0);
    const reach = node.size * scale;
    const must = id === chosen || id === hovered || id === MAP.root;
    const box = spotsFor(screen, reach, node.shape, width, height).find((each) =>
      must || (each[0] > 0 && each[2] < canvas.width && !hits(cells, each) && (look.tier === 0 || !hits(taken, each))));
    if (!box || box[2] < 0 || box[0] > canvas.width || box[3] < 0 || box[1] > canvas.height) continue;
    keep(cells, box);
    boxes.push([box, id]);
    const bold = look.tier === 0 || id === chosen;
    const x = position.x + ((box[0] + box[2]) / 2 - screen.x) / scale;
    let y = position.y + (box[1] - screen.y) / scale;
    for (const line of lines) {
      write(ctx, line, x, y, `${bold ? 600 : 400} ${px / scale}px ${look.tier === 0 ? SERIF : FACE}`, ink, paper, scale);
      y += (px * 1.22) / scale;
    }
    if (note) write(ctx, note, x, y, `400 ${notePx / scale}px ${FACE}`, soft, paper, scale);
  }
}

/** Where a label may stand, the best place first: below its node, above, to the right, to the left. */
function spotsFor(point, reach, shape, width, height) {
  const at = (x, y) => [x - width / 2 - 2, y, x + width / 2 + 2, y + height];
  const below = point.y + reach * (shape === "triangle" ? 0.75 : 1) + 3;
  const middle = point.y - height / 2;
  const aside = reach + width / 2 + 5;
  return [at(point.x, below), at(point.x, point.y - reach - height - 2), at(point.x + aside, middle), at(point.x - aside, middle)];
}

function write(ctx, text, x, y, font, fill, halo, scale) {
  ctx.font = font;
  ctx.lineWidth = 3.2 / scale;
  ctx.strokeStyle = halo;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = fill;
  ctx.fillText(text, x, y);
}

function widthOf(text, px) {
  let width = 0;
  for (const char of text) width += char.codePointAt(0) > 0x2e80 ? 1 : 0.58;
  return width * px;
}

const CELL = 80;
function* cellsOf(box) {
  for (let x = Math.floor(box[0] / CELL); x <= Math.floor(box[2] / CELL); x += 1) {
    for (let y = Math.floor(box[1] / CELL); y <= Math.floor(box[3] / CELL); y += 1) yield `${x},${y}`;
  }
}
function hits(cells, box) {
  for (const cell of cellsOf(box)) {
    for (const other of cells.get(cell) || []) {
      if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) return true;
    }
  }
  return false;
}
function keep(cells, box) {
  for (const cell of cellsOf(box)) {
    if (!cells.has(cell)) cells.set(cell, []);
    cells.get(cell).push(box);
  }
}

network.on("afterDrawing", drawLabels);

// ── choosing ──

function labelAt(point) {
  const hit = boxes.find(([box]) => point.x >= box[0] && point.x <= box[2] && point.y >= box[1] && point.y <= box[3]);
  return hit ? hit[1] : -1;
}

function open(at) {
  if (!NODE.has(at)) {
    panel.replaceChildren(...showName(at, open, close));
    panel.querySelector("h2").focus({ preventScroll: true });
    return;
  }
  chosen = at;
  off.delete(legendOf(at));
  history.replaceState(null, "", anchorOf(NAMES[at]));
  dress();
  drawLegend();
  bringIn(at);
  panel.replaceChildren(...showName(at, open, close));
  panel.scrollTop = 0;
  panel.querySelector("h2").focus({ preventScroll: true });
}

/** Move the picture only as far as it takes to see the chosen name. */
function bringIn(at) {
  const box = byId("map").getBoundingClientRect();
  const point = network.canvasToDOM(network.getPosition(at));
  const scale = Math.max(network.getScale(), 0.75);
  if (point.x > 40 && point.y > 40 && point.x < box.width - 40 && point.y < box.height - 60 && scale === network.getScale()) return;
  network.moveTo({ position: network.getPosition(at), scale, animation: calmMotion.matches ? false : { duration: 350 } });
}

function close() {
  chosen = -1;
  history.replaceState(null, "", location.pathname + location.search);
  dress();
  drawContents();
}

network.on("click", (event) => {
  const at = event.nodes.length ? event.nodes[0] : labelAt(event.pointer.DOM);
  if (at >= 0) open(at);
  else if (chosen >= 0) close();
});
network.on("hoverNode", (event) => { hovered = event.node; byId("map").style.cursor = "pointer"; network.redraw(); });
network.on("blurNode", () => { hovered = -1; byId("map").style.cursor = ""; network.redraw(); });

// ── legend, tools, search, contents ──

function drawLegend() {
  const counts = new Map();
  for (const node of MAP.nodes) counts.set(legendOf(node.id), (counts.get(legendOf(node.id)) || 0) + 1);
  const shown = new Set();
  const chips = [];
  for (const [type, look] of Object.entries(LOOKS)) {
    if (!counts.has(look.legend) || shown.has(look.legend)) continue;
    shown.add(look.legend);
    chips.push(make("button", {
      type: "button", "aria-pressed": String(!off.has(look.legend)), "data-legend": look.legend,
      onclick: () => { if (off.has(look.legend)) off.delete(look.legend); else off.add(look.legend); dress(); drawLegend(); if (chosen < 0) drawContents(); },
    }, glyph(type), look.legend, make("span", { class: "n" }, String(counts.get(look.legend)))));
  }
  const focus = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.legend : "";
  byId("legend").replaceChildren(...chips);
  if (focus) [...byId("legend").children].find((chip) => chip.dataset.legend === focus)?.focus();
}

/** The rectangle that holds all shown nodes with their labels, and the ground below them. */
function measureMap() {
  const rect = [Infinity, Infinity, -Infinity, -Infinity];
  const add = (left, top, right, bottom) => {
    rect[0] = Math.min(rect[0], left); rect[1] = Math.min(rect[1], top);
    rect[2] = Math.max(rect[2], right); rect[3] = Math.max(rect[3], bottom);
  };
  for (const node of MAP.nodes) {
    if (!isShown(node.id)) continue;
    const { x, y } = network.getPosition(node.id);
    const half = Math.max(node.size, ...node.lines.map((line) => widthOf(line, 12.5) / 2));
    add(x - half, y - node.size, x + half, y + node.size + 4 + node.lines.length * 16 + (node.note ? 13 : 0));
  }
  for (const [id, x, y, halfWidth, halfHeight] of MAP.islands) {
    if (isShown(id)) add(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
  }
  return rect;
}

function fit() {
  const [left, top, right, bottom] = measureMap();
  if (left > right) return;
  const box = byId("map").getBoundingClientRect();
  const scale = Math.min(1.25, (box.width - 36) / (right - left), (box.height - 36) / (bottom - top));
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale,
    animation: calmMotion.matches || !drawn ? false : { duration: 300 },
  });
}
function zoom(factor) { network.moveTo({ scale: network.getScale() * factor, animation: calmMotion.matches ? false : { duration: 160 } }); }

/** What the map holds, as lists: the way in for keyboards and screen readers. */
function drawContents() {
  const ids = byImportance.filter((id) => isShown(id) && (!found || found.has(id)));
  const groups = new Map();
  for (const [type] of Object.entries(LOOKS)) groups.set(type, []);
  for (const id of ids) groups.get(NAMES[id].t).push(id);
  const body = [];
  for (const [type, members] of groups) {
    if (!members.length) continue;
    const list = make("ul", { class: "contents" });
    growList(list, members, (id) => make("li", {}, nameLink(id, open), NODE.get(id).note ? make("span", { class: "role" }, NODE.get(id).note) : null), 60);
    body.push(make("section", { class: "group" }, make("h3", {}, LOOKS[type].label, make("span", { class: "n" }, String(members.length))), list));
  }
  const root = found ? undefined : NAMES[MAP.root];
  if (root && root.e !== "district") {
    panel.replaceChildren(...showName(MAP.root, open, null), ...body);
    return;
  }
  panel.replaceChildren(
    make("header", { class: "entry" },
      make("div", { class: "kicker" }, "图中名称"),
      make("h2", { tabindex: "-1", dir: "auto" }, DATA.title),
      make("p", { class: "hint" }, found ? `找到 ${ids.length} 个名称` : "点图上的名称，或从下面选一个，看它的事实和原句。"),
      root ? make("p", {}, make("button", { type: "button", class: "maplink", onclick: () => open(MAP.root) }, `${calm(root.n)}的事实和原句`)) : null,
      MAP.left ? make("p", { class: "hint" }, `另有 ${MAP.left} 个名称没有画出，可在名录里查。`) : null),
    ...body);
}

function search(text) {
  const hitsFound = findNames(text, MAP.nodes.map((node) => node.id));
  found = text ? new Set(hitsFound) : null;
  chosen = -1;
  dress();
  drawContents();
  return hitsFound;
}

let typing = 0;
byId("query").addEventListener("input", (event) => {
  clearTimeout(typing);
  typing = setTimeout(() => search(event.target.value.trim()), MAP.nodes.length > 400 ? 120 : 0);
});
byId("query").addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  const [first] = search(event.target.value.trim());
  if (first !== undefined) open(first);
});
byId("fit").addEventListener("click", fit);
byId("closer").addEventListener("click", () => zoom(1.35));
byId("wider").addEventListener("click", () => zoom(1 / 1.35));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    if (chosen >= 0) close();
    else if (found) { byId("query").value = ""; search(""); }
  }
  if (event.key === "/" && document.activeElement.tagName !== "INPUT") { byId("query").focus(); event.preventDefault(); }
});
darkPaper.addEventListener("change", () => { dress(); network.redraw(); });

function readHash() {
  let key = "";
  try { key = decodeURIComponent(location.hash.slice(1)); } catch { key = ""; }
  const at = NUMBER_OF.get(key);
  if (at !== undefined && NODE.has(at) && at !== chosen) open(at);
}

let drawn = false;
let touchedByHand = false;
for (const gesture of ["dragEnd", "zoom"]) network.on(gesture, () => { touchedByHand = true; });
network.on("resize", () => { if (!touchedByHand && chosen < 0) fit(); });
window.addEventListener("beforeprint", fit);
byId("title").textContent = DATA.title;
byId("note").textContent = `${MAP.nodes.length - (NODE.has(MAP.root) ? 1 : 0)} 个名称 · ${MAP.edges.length} 条关系${MAP.left ? ` · 另有 ${MAP.left} 个未画出` : ""}`;
if (window.innerWidth < 760) byId("legendbox").open = false;
drawLegend();
drawContents();
fit();
network.once("afterDrawing", () => { drawn = true; document.body.dataset.drawn = "true"; });
window.addEventListener("hashchange", readHash);
window.kgMap = { network, labelAt, boxes: () => boxes, number: (key) => NUMBER_OF.get(key) };
readHash();
