// The picture: vis-network at rest, and labels placed as on a printed map.

const byId = (id) => document.getElementById(id);
const calmMotion = window.matchMedia("(prefers-reduced-motion: reduce)");
const FACE = '"Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC","PingFang SC","Hiragino Sans GB","Microsoft YaHei",sans-serif';
const SERIF = '"Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC","Songti SC",STSong,SimSun,serif';
const FRAME = new Set(["jurisdiction", "locatedIn", "subOrganizationOf", "partOf"]);
const GROUP_LIGHT = ["#23395d", "#a8201a", "#0c7a57", "#a86a10", "#7d4aa0", "#137f86", "#b44a83", "#5d8a2f"];
const GROUP_DARK = ["#b5cdf0", "#ef7468", "#52cfa2", "#e3b25c", "#c092dd", "#56c4c9", "#ec90bd", "#9ccb6b"];
let hovered = -1;
let boxes = [];
let placed = []; // the labels as they were drawn last, for the SVG

let paint = {};
function mixPaint() {
  const style = getComputedStyle(document.documentElement);
  paint = Object.fromEntries(["seal", "paper", "ink", "soft", "island", "shore"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}
mixPaint();

const colourOfGroup = (group) => (darkPaper.matches ? GROUP_DARK : GROUP_LIGHT)[(group - 1) % GROUP_LIGHT.length];
const colourOfNode = (id) => (isCompany ? colourOfGroup(NODE.get(id).group) : colourOf(lookOf(NAMES[id])));
const linesOf = (node) => node.lines || [NAMES[node.id].n];
const isFolded = (id) => isHub(id) && !isOpen(id);

/** Names in the light: the chosen one and its neighbours, those of a path, those that a search has found; otherwise all. */
function isLit(id) {
  if (view.path) return view.path.names.has(id);
  if (view.chosen >= 0) return id === view.chosen || (near.has(view.chosen) && near.get(view.chosen).has(id));
  return view.found ? view.found.has(id) : true;
}

function dressNode(id) {
  const node = NODE.get(id);
  const colour = colourOfNode(id);
  const marked = id === view.chosen || view.pinned.has(id);
  const border = marked ? paint.seal : paint.paper;
  return {
    id, x: node.x, y: node.y, shape: node.shape, size: node.size * (isFolded(id) ? 1.25 : 1), opacity: isLit(id) ? 1 : 0.14, borderWidth: marked ? 3 : 1.5,
    color: { background: colour, border, highlight: { background: colour, border: paint.seal }, hover: { background: colour, border: paint.ink } },
  };
}

function dressEdge(tie) {
  const line = LINES[tie.kind];
  const onPath = view.path && view.path.edges.has(tie.id);
  const touched = onPath || (!view.path && view.chosen >= 0 && (tie.from === view.chosen || tie.to === view.chosen));
  const lit = view.path ? onPath : view.chosen >= 0 ? touched : view.found ? view.found.has(tie.from) && view.found.has(tie.to) : true;
  const quiet = tie.across && !touched && !tie.bundle && (FRAME.has(tie.kind) || TIES.length > 900); // the tree of the map says nearly the same
  const colour = tie.bundle ? paint.soft : colourOf(line);
  const weight = tie.bundle ? tie.count : tie.kind === TOGETHER ? tie.weight : 1;
  const many = TIES.length > 250 ? 0.28 : 0.45;
  return {
    id: tie.id, from: tie.from, to: tie.to, hidden: Boolean(quiet), width: line.width * (touched ? 1.9 : 1) * Math.min(4, 1 + Math.log2(weight) * 0.6), dashes: !tie.bundle && line.dashed ? [4, 4] : false,
    color: { color: colour, highlight: colour, hover: colour, opacity: touched ? 1 : !lit ? 0.05 : tie.across || isCompany ? many : 0.7 },
    arrows: !tie.bundle && line.arrow ? { to: { enabled: true, scaleFactor: 0.45 } } : "",
    smooth: tie.across && !isCompany ? { enabled: true, type: "curvedCW", roundness: 0.16 } : false,
  };
}

reckon();
const nodes = new vis.DataSet(SHOWN.map(dressNode));
const edges = new vis.DataSet(TIES.map(dressEdge));
const network = new vis.Network(byId("map"), { nodes, edges }, {
  physics: false,
  layout: { improvedLayout: false, randomSeed: 1 },
  nodes: { shadow: false, scaling: { label: { enabled: false } }, chosen: false },
  edges: { chosen: false, selectionWidth: 0, hoverWidth: 0 },
  interaction: { hover: true, hoverConnectedEdges: false, selectConnectedEdges: false, keyboard: { enabled: true, bindToWindow: false }, hideEdgesOnDrag: MAP.edges.length > 2500, hideEdgesOnZoom: MAP.edges.length > 2500 },
});
let drawnEdges = new Set(TIES.map((tie) => tie.id));

/** Bring the picture up to what is set. Where a name was dragged to, there it stays. */
function dress() {
  reckon();
  const gone = nodes.getIds().filter((id) => !shown.has(id));
  if (gone.length) nodes.remove(gone);
  nodes.update(SHOWN.map(dressNode));
  const now = new Set(TIES.map((tie) => tie.id));
  const lost = [...drawnEdges].filter((id) => !now.has(id));
  if (lost.length) edges.remove(lost);
  edges.update(TIES.map(dressEdge));
  drawnEdges = now;
}

const placeOf = (id) => (shown.has(id) ? network.getPosition(id) : { x: NODE.get(id).x, y: NODE.get(id).y });
network.on("dragEnd", (event) => {
  for (const id of event.nodes) Object.assign(NODE.get(id), network.getPosition(id));
});

// ── the ground and the labels ──

network.on("beforeDrawing", (ctx) => {
  ctx.fillStyle = paint.island;
  ctx.strokeStyle = paint.shore;
  ctx.lineWidth = 1 / network.getScale();
  for (const [id, x, y, halfWidth, halfHeight] of MAP.islands) {
    if (!shown.has(id)) continue;
    ctx.beginPath();
    ctx.ellipse(x, y, halfWidth, halfHeight, 0, 0, 2 * Math.PI);
    ctx.fill();
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
  for (const id of SHOWN) {
    if (NODE.get(id).size * scale >= 3 || !isLit(id)) continue;
    const { x, y } = network.getPosition(id);
    ctx.beginPath();
    ctx.arc(x, y, (lookOf(NAMES[id]).tier === 0 ? 3.6 : 2.6) / scale, 0, 2 * Math.PI);
    ctx.fillStyle = colourOfNode(id);
    ctx.fill();
  }
}

function labelOf(id, scale, first) {
  const node = NODE.get(id);
  const lines = scale < 0.5 && !first ? [calm(NAMES[id].n)].map((text) => (text.length > 14 ? `${text.slice(0, 13)}…` : text)) : linesOf(node).map(calm);
  if (view.latin && NAMES[id].p) lines.push(calm(NAMES[id].p));
  if (isFolded(id)) lines.push(`＋${countBelow(id)}`);
  return lines;
}

function drawLabels(ctx) {
  const scale = network.getScale();
  drawDots(ctx, scale);
  const canvas = byId("map").getBoundingClientRect();
  boxes = [];
  placed = [];
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  const special = new Set([view.chosen, hovered, ...view.pinned]);
  const first = (id) => special.has(id) || (view.path ? view.path.names.has(id) : view.chosen >= 0 ? near.get(view.chosen)?.has(id) : view.found?.has(id));
  const inFront = byImportance.filter((id) => shown.has(id) && first(id)).sort((a, b) => special.has(b) - special.has(a));
  const order = [...inFront, ...byImportance.filter((id) => shown.has(id) && !first(id))];
  const cells = new Map();
  const taken = new Map();
  const inSight = new Map();
  for (const id of order) {
    const point = network.canvasToDOM(network.getPosition(id));
    if (point.x < -160 || point.y < -90 || point.x > canvas.width + 160 || point.y > canvas.height + 60) continue;
    inSight.set(id, point);
    if (lookOf(NAMES[id]).tier > 1 || !isLit(id)) continue; // labels keep off the larger nodes, but those of districts, which title their ground
    const reach = NODE.get(id).size * scale * 0.8;
    keep(taken, [point.x - reach, point.y - reach, point.x + reach, point.y + reach]);
  }
  for (const [id, screen] of inSight) {
    if (!isLit(id) && !special.has(id)) continue;
    const node = NODE.get(id);
    const look = lookOf(NAMES[id]);
    const front = first(id);
    if (!front && id !== MAP.root && scale < TIER_FROM[look.tier] && !isFolded(id)) continue;
    const px = Math.min(21, Math.max(front ? 12 : TIER_LEAST[look.tier], TIER_SIZE[look.tier] * scale * (id === MAP.root ? 1.3 : 1)));
    const notePx = px * 0.84;
    const lines = labelOf(id, scale, front);
    const note = node.note && (scale > 0.62 || front) ? calm(node.note) : "";
    const width = Math.max(...lines.map((line) => widthOf(line, px)), widthOf(note, notePx));
    const height = lines.length * px * 1.22 + (note ? notePx * 1.25 : 0);
    const reach = node.size * scale;
    const must = special.has(id) || id === MAP.root;
    const box = spotsFor(screen, reach, node.shape, width, height).find((each) =>
      must || (each[0] > 0 && each[2] < canvas.width && !hits(cells, each) && (look.tier === 0 || !hits(taken, each))));
    if (!box || box[2] < 0 || box[0] > canvas.width || box[3] < 0 || box[1] > canvas.height) continue;
    keep(cells, box);
    boxes.push([box, id]);
    const position = network.getPosition(id);
    const weight = look.tier === 0 || id === view.chosen ? 600 : 400;
    const x = position.x + ((box[0] + box[2]) / 2 - screen.x) / scale;
    let y = position.y + (box[1] - screen.y) / scale;
    for (const line of lines) {
      write(ctx, line, x, y, weight, px / scale, look.tier === 0 ? SERIF : FACE, paint.ink, scale);
      y += (px * 1.22) / scale;
    }
    if (note) write(ctx, note, x, y, 400, notePx / scale, FACE, paint.soft, scale);
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

function write(ctx, text, x, y, weight, size, face, fill, scale) {
  ctx.font = `${weight} ${size}px ${face}`;
  ctx.lineWidth = 3.2 / scale;
  ctx.strokeStyle = paint.paper;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = fill;
  ctx.fillText(text, x, y);
  placed.push({ text, x, y, weight, size, face, fill });
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

// ── where the reader looks ──

/** The rectangle that holds these names with their labels, and the ground below them. */
function measureMap(ids) {
  const rect = [Infinity, Infinity, -Infinity, -Infinity];
  const among = new Set(ids);
  const add = (left, top, right, bottom) => {
    rect[0] = Math.min(rect[0], left); rect[1] = Math.min(rect[1], top);
    rect[2] = Math.max(rect[2], right); rect[3] = Math.max(rect[3], bottom);
  };
  for (const id of ids) {
    const node = NODE.get(id);
    const { x, y } = placeOf(id);
    const lines = linesOf(node);
    const half = Math.max(node.size, ...lines.map((line) => widthOf(line, 12.5) / 2));
    add(x - half, y - node.size, x + half, y + node.size + 4 + lines.length * 16 + (node.note ? 13 : 0));
  }
  for (const [id, x, y, halfWidth, halfHeight] of MAP.islands) {
    if (among.has(id)) add(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
  }
  return rect;
}

let drawn = false;
function fit(ids = SHOWN) {
  const [left, top, right, bottom] = measureMap(ids);
  if (left > right) return;
  const box = byId("map").getBoundingClientRect();
  const bar = 44; // the buttons on top lie over the map
  const scale = Math.min(1.25, (box.width - 36) / (right - left), (box.height - 36 - bar) / (bottom - top));
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 - bar / 2 / scale }, scale,
    animation: calmMotion.matches || !drawn ? false : { duration: 300 },
  });
}
function zoom(factor) { network.moveTo({ scale: network.getScale() * factor, animation: calmMotion.matches ? false : { duration: 160 } }); }

/** Move the picture only as far as it takes to see a name. */
function bringIn(at) {
  const box = byId("map").getBoundingClientRect();
  const point = network.canvasToDOM(placeOf(at));
  const scale = Math.max(network.getScale(), 0.75);
  if (point.x > 40 && point.y > 40 && point.x < box.width - 40 && point.y < box.height - 60 && scale === network.getScale()) return;
  network.moveTo({ position: placeOf(at), scale, animation: calmMotion.matches ? false : { duration: 350 } });
}

function labelAt(point) {
  const hit = boxes.find(([box]) => point.x >= box[0] && point.x <= box[2] && point.y >= box[1] && point.y <= box[3]);
  return hit ? hit[1] : -1;
}
