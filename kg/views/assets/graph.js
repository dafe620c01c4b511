// What of the map is to be seen: the tree that folds, the filters, the ties that pass them, and ways between two names.

const MAP = DATA.map;
const NODE = new Map(MAP.nodes.map((node) => [node.id, node]));
const TOGETHER = "company";
const isCompany = MAP.edges.some((edge) => edge.kind === TOGETHER) || MAP.nodes.some((node) => node.group);
const UP = new Map(MAP.nodes.map((node) => [node.id, node.up === undefined || !NODE.has(node.up) ? -1 : node.up]));
const BELOW = new Map();
if (MAP.folds) {
  for (const [id, up] of UP) {
    if (up < 0) continue;
    if (!BELOW.has(up)) BELOW.set(up, []);
    BELOW.get(up).push(id);
  }
}

/** All that the reader has set; a link brings it back. */
const view = {
  chosen: -1, query: "", found: null, path: null, depth: MAP.depth,
  off: new Set(), noTies: new Set(), least: 0, from: 0, to: 0, latin: false, opened: new Set(MAP.opened), hidden: new Set(), pinned: new Set(),
};

const groupName = (group) => `第${group}群`;
const legendOf = (id) => (isCompany ? groupName(NODE.get(id).group) : lookOf(NAMES[id]).legend);

// ── facts of a tie, their days and how sure they are ──

const FACTS_OF_TIE = new Map();
FACTS.forEach((fact, at) => {
  if (fact.s === undefined || fact.o === undefined) return;
  const key = `${fact.p} ${fact.s} ${fact.o}`;
  if (!FACTS_OF_TIE.has(key)) FACTS_OF_TIE.set(key, []);
  FACTS_OF_TIE.get(key).push(at);
});
const factsOfEdge = (edge) => FACTS_OF_TIE.get(`${edge.kind} ${edge.from} ${edge.to}`) || [];
const isSketch = Boolean(DATA.days);

const DAYS = DATA.days || [...new Set([
  ...PROOFS.map((proof) => (SOURCES[proof.a] || {}).d),
  ...FACTS.filter((fact) => EVENTFUL.has(fact.p)).map((fact) => (NAMES[fact.o] || {}).d),
].filter(Boolean))].sort();
const DAY = new Map(DAYS.map((day, at) => [day, at]));
view.to = Math.max(0, DAYS.length - 1);

const allDays = () => view.from <= 0 && view.to >= DAYS.length - 1;
const isFiltered = () => view.least > 0 || !allDays() || view.noTies.size > 0;

/** Whether a sentence may speak: sure enough, and of a day between the two that are set. */
function mayProve(proof) {
  if (100 * proof.c < view.least) return false;
  if (allDays()) return true;
  const day = DAY.get((SOURCES[proof.a] || {}).d);
  return day !== undefined && day >= view.from && day <= view.to;
}

function factHolds(at) {
  const proofs = FACTS[at].e;
  return !proofs || proofs.some((proof) => mayProve(PROOFS[proof]));
}

/** The events at which two people were, of those that pass the filters. */
function sharedEvents(left, right) {
  const mine = eventsOf(left);
  return [...eventsOf(right)].filter((event) => mine.has(event));
}
const knownEvents = new Map();
function eventsOf(at) {
  if (!knownEvents.has(at)) {
    const facts = FACTS_OF[at].filter((number) => EVENTFUL.has(FACTS[number].p) && FACTS[number].s === at && factHolds(number));
    knownEvents.set(at, new Set(facts.map((number) => FACTS[number].o)));
  }
  return knownEvents.get(at);
}

function edgeHolds(edge) {
  if (view.noTies.has(edge.kind)) return false;
  if (edge.kind === TOGETHER) return !isFiltered() || sharedEvents(edge.from, edge.to).length > 0;
  if (edge.said) {
    const [sure, first, last] = edge.said;
    return sure >= view.least && (allDays() || (first !== undefined && last >= view.from && first <= view.to));
  }
  const facts = factsOfEdge(edge);
  return !facts.length || facts.some(factHolds);
}

// ── the tree ──

const isHub = (id) => BELOW.has(id);
const isDistrict = (id) => NAMES[id].e === "district";

/** Whether what hangs under a name is to be seen: by the depth that is set, or because the reader has opened or shut it. */
function isOpen(id) {
  const byDepth = id === MAP.root || view.depth === 2 || (view.depth === 1 && isDistrict(id));
  return view.opened.has(id) ? !byDepth : byDepth;
}
function setOpen(id, open) {
  if (isHub(id) && isOpen(id) !== open) {
    if (view.opened.has(id)) view.opened.delete(id); else view.opened.add(id);
  }
}
/** Open whatever a name hangs under, up to the ground. */
function unfoldTo(id) {
  for (let up = UP.get(id); MAP.folds && up >= 0; up = UP.get(up)) setOpen(up, true);
}
function countBelow(id) {
  let count = 0;
  const waiting = [...(BELOW.get(id) || [])];
  while (waiting.length) {
    const next = waiting.pop();
    count += 1;
    waiting.push(...(BELOW.get(next) || []));
  }
  return count;
}

// ── what is to be seen now ──

let SHOWN = []; // numbers of the names in the picture
let shown = new Set();
let TIES = []; // ties in the picture; those of folded names are drawn between what they are folded into, as one
let near = new Map();

function reckon() {
  knownEvents.clear();
  const holding = MAP.edges.filter(edgeHolds);
  const alive = new Set();
  if (isFiltered()) {
    for (const edge of holding) { alive.add(edge.from); alive.add(edge.to); }
    for (const id of [...alive]) for (let up = UP.get(id); MAP.folds && up >= 0 && !alive.has(up); up = UP.get(up)) alive.add(up);
  }
  const fits = (id) => view.pinned.has(id) || (!view.hidden.has(id) && !view.off.has(legendOf(id))
    && (!isFiltered() || alive.has(id) || id === MAP.root));
  const seen = new Map();
  const inPicture = (id) => {
    if (!seen.has(id)) {
      const up = UP.get(id);
      seen.set(id, !MAP.folds || up < 0 || (isOpen(up) && inPicture(up)));
    }
    return seen.get(id);
  };
  SHOWN = MAP.nodes.map((node) => node.id).filter((id) => fits(id) && (inPicture(id) || view.pinned.has(id)));
  shown = new Set(SHOWN);
  const standIn = (id) => {
    let at = id;
    while (at >= 0 && !shown.has(at)) {
      if (!MAP.folds || inPicture(at)) return -1; // hidden by a filter, not folded away
      at = UP.get(at);
    }
    return at;
  };
  TIES = [];
  const bundles = new Map();
  for (const edge of holding) {
    if (shown.has(edge.from) && shown.has(edge.to)) { TIES.push(edge); continue; }
    if (!MAP.folds || !fits(edge.from) || !fits(edge.to)) continue;
    const [from, to] = [standIn(edge.from), standIn(edge.to)].sort((a, b) => a - b);
    if (from < 0 || from === to) continue;
    const key = `${from}-${to}`;
    if (!bundles.has(key)) bundles.set(key, { id: `b${key}`, from, to, kind: edge.kind, count: 0, across: true, bundle: true });
    bundles.get(key).count += 1;
  }
  TIES.push(...bundles.values());
  near = new Map(SHOWN.map((id) => [id, new Set()]));
  for (const tie of TIES) {
    near.get(tie.from).add(tie.to);
    near.get(tie.to).add(tie.from);
  }
}

// ── a way between two names ──

/** The shortest way along ties that pass the filters: the edges in order, or null. That two are of one district counts as far. */
function findPath(start, end) {
  const around = new Map();
  for (const edge of MAP.edges) {
    if (!edgeHolds(edge)) continue;
    for (const [one, other] of [[edge.from, edge.to], [edge.to, edge.from]]) {
      if (!around.has(one)) around.set(one, []);
      around.get(one).push([other, edge]);
    }
  }
  const lengths = new Map([[start, 0]]);
  const came = new Map();
  const rings = [[start]];
  const done = new Set();
  for (let length = 0; length < rings.length; length += 1) {
    for (const id of (rings[length] || []).sort((a, b) => a - b)) {
      if (done.has(id)) continue;
      done.add(id);
      if (id === end) {
        const path = [];
        for (let at = end; at !== start;) {
          const edge = came.get(at);
          path.unshift(edge);
          at = edge.from === at ? edge.to : edge.from;
        }
        return path;
      }
      for (const [far, edge] of around.get(id) || []) {
        const way = length + (DATA.lengths[edge.kind] || 1);
        if (!done.has(far) && way < (lengths.has(far) ? lengths.get(far) : Infinity)) {
          lengths.set(far, way);
          came.set(far, edge);
          (rings[way] = rings[way] || []).push(far);
        }
      }
    }
  }
  return null;
}
