// The index: lists by kind, search over all names, and the panel.

const byId = (id) => document.getElementById(id);
const panel = byId("panel");
const KIND_ORDER = ["district", "person", "initiative", "organisation", "event"];
const OF_KIND = Object.fromEntries(KIND_ORDER.map((kind) => [kind, []]));
NAMES.forEach((name, at) => OF_KIND[name.e].push(at));
const FIRST_TAB = KIND_ORDER.find((kind) => OF_KIND[kind].length) || "pages";
const state = { tab: FIRST_TAB, type: "", place: -1, query: "", sort: "", chosen: -1, source: -1 };
let opener = null;

/** Choose what is listed; what is not said is set back. */
function list(wanted) { Object.assign(state, { type: "", place: -1, query: "", sort: "" }, wanted); }

function listCounts() {
  const counts = DATA.counts;
  const rows = [["版面", counts.pages], ["文章", counts.articles], ["名称", NAMES.length], ["事实", counts.facts], ["原句", counts.proofs]];
  byId("counts").append(...rows.map(([term, value]) => make("div", {}, make("dt", {}, term), make("dd", {}, (value || 0).toLocaleString("en")))));
  if (counts.withheld) document.querySelector(".motto").after(make("p", { class: "motto" }, `另有 ${counts.withheld.toLocaleString("en")} 人按设置隐去`));
}

function tabs() {
  return [...KIND_ORDER.map((kind) => [kind, DATA.kinds[kind], OF_KIND[kind].length]), ["pages", "版面", DATA.pages.length]];
}

function drawTabs() {
  byId("tabs").replaceChildren(...tabs().map(([kind, label, count]) => make("button", {
    type: "button", role: "tab", id: `tab-${kind}`, "aria-selected": String(state.tab === kind && !state.query), "aria-controls": "results",
    tabindex: state.tab === kind ? "0" : "-1",
    onclick: () => { list({ tab: kind }); byId("query").value = ""; draw(); },
    onkeydown: stepTabs,
  }, label, make("span", { class: "n" }, String(count)))));
}

function stepTabs(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const kinds = tabs().map(([kind]) => kind);
  const next = kinds[(kinds.indexOf(state.tab) + step + kinds.length) % kinds.length];
  byId(`tab-${next}`).click();
  byId(`tab-${next}`).focus();
}

/** What a row is: it opens the panel, or, where the facts are not on this page, leads to the name's own. */
function pickOf(at) {
  if (!DATA.large) return ["button", { type: "button", class: "pick", "data-at": String(at), "aria-current": String(state.chosen === at), onclick: () => open(at) }];
  return NAMES[at].w ? ["a", { class: "pick", href: NAMES[at].w }] : ["span", { class: "pick", title: "这个名称没有单独成页" }];
}

function drawRow(at, depth) {
  const name = NAMES[at];
  const withMaps = state.query || name.e === "district" || name.e === "initiative";
  const side = [...(name.e === "event" && name.d ? [name.d] : []), ...(name.i || []), ...(state.sort.endsWith("date") && name.z && name.z !== name.d ? [`${name.z} 首次见报`] : [])];
  const places = (name.g || []).slice(0, 2).map((place) => NAMES[place].n).join("、") + ((name.g || []).length > 2 ? "等" : "");
  const row = make("li", { class: "row" },
    make(...pickOf(at),
      glyph(name.t),
      make("span", { class: "main" }, make("bdi", { class: "label" }, name.n), side.length ? make("span", { class: "side" }, side.join("　")) : null),
      make("span", { class: "tail" }, name.e === "district" ? lookOf(name).label : places),
      make("span", { class: "tail count", title: "原句" }, name.y ? `${name.y} 句` : "")),
    name.w && !DATA.large ? make("a", { class: "sheetlink", href: name.w, title: `${calm(name.n)}的一页`, "aria-label": `${calm(name.n)}的一页` }, "一页") : null,
    name.v ? make("a", { class: "maplink", href: name.v, title: `${calm(name.n)}的关系图`, "aria-label": `${calm(name.n)}的关系图` }, "图") : withMaps ? make("span", { class: "nomap" }) : null);
  if (depth) row.style.setProperty("--depth", String(depth));
  return row;
}

/** Districts as a tree: [number, depth], each after the one that it lies in. */
function climbDistricts() {
  const inside = new Map();
  const tops = [];
  for (const at of OF_KIND.district) {
    const up = (NAMES[at].u || [])[0];
    if (up === undefined || up === at) tops.push(at);
    else inside.set(up, [...(inside.get(up) || []), at]);
  }
  const order = (a, b) => ((NAMES[a].c || "~") < (NAMES[b].c || "~") ? -1 : 1);
  const rows = [];
  const seen = new Set();
  const walk = (at, depth) => {
    if (seen.has(at)) return;
    seen.add(at);
    rows.push([at, depth]);
    (inside.get(at) || []).sort(order).forEach((child) => walk(child, depth + 1));
  };
  tops.sort(order).forEach((at) => walk(at, 0));
  OF_KIND.district.forEach((at) => walk(at, 0));
  return rows;
}

function drawChips(items) {
  const counts = new Map();
  for (const at of items) counts.set(NAMES[at].t, (counts.get(NAMES[at].t) || 0) + 1);
  const types = Object.keys(LOOKS).filter((type) => counts.has(type));
  const chip = (type, label, count) => make("button", {
    type: "button", "aria-pressed": String(state.type === type), onclick: () => { state.type = state.type === type ? "" : type; draw(); },
  }, type ? glyph(type) : null, label, make("span", { class: "n" }, String(count)));
  byId("chips").replaceChildren(...(types.length > 1 ? types.map((type) => chip(type, LOOKS[type].label, counts.get(type))) : []));
}

/** A choice of one district, where what is listed lies in several. */
function drawPlaces(items) {
  const counts = new Map();
  for (const at of items) for (const place of NAMES[at].g || []) counts.set(place, (counts.get(place) || 0) + 1);
  const places = [...counts.keys()].sort((a, b) => ((NAMES[a].c || "~") < (NAMES[b].c || "~") ? -1 : 1));
  const select = make("select", { "aria-label": "政区", onchange: (event) => { state.place = Number(event.target.value); draw(); } },
    make("option", { value: "-1" }, "全部政区"), places.map((place) => make("option", { value: String(place), selected: place === state.place }, `${calm(NAMES[place].n)}（${counts.get(place)}）`)));
  byId("places").replaceChildren(...(places.length > 1 ? [select] : []));
}

// ── order ──

const codeOf = (at) => NAMES[at].c || ((NAMES[at].g || []).map((place) => NAMES[place].c || "~").sort()[0] || "~");
const pageDay = (page) => page.a.map((at) => SOURCES[at].d || "~").sort()[0] || "~";
const rising = (keyOf) => (a, b) => { const [one, other] = [keyOf(a), keyOf(b)]; return one < other ? -1 : one > other ? 1 : 0; };
const falling = (keyOf) => (a, b) => rising(keyOf)(b, a);
const NAME_SORTS = {
  name: ["名称（拼音）", rising((at) => `${(NAMES[at].p || NAMES[at].s || "~").toLowerCase()} ${NAMES[at].n}`)],
  proofs: ["原句多少", falling((at) => NAMES[at].y || 0)],
  date: ["日期（旧在前）", rising((at) => NAMES[at].z || "~")],
  "-date": ["日期（新在前）", falling((at) => NAMES[at].z || "")],
  code: ["政区代码", rising(codeOf)],
};
const PAGE_SORTS = {
  proofs: ["文章多少", falling((page) => page.a.length)],
  date: ["日期（旧在前）", rising(pageDay)],
  "-date": ["日期（新在前）", falling((page) => (pageDay(page) === "~" ? "" : pageDay(page)))],
};

/** The items in the chosen order; items that are equal in it stay as they were. */
function order(items, sorts) { return sorts[state.sort] ? [...items].sort(sorts[state.sort][1]) : items; }

function drawSorts(sorts, usual) {
  const choices = [["", usual], ...Object.entries(sorts).map(([key, [label]]) => [key, label])];
  byId("sorts").replaceChildren(make("select", { "aria-label": "排序", onchange: (event) => { state.sort = event.target.value; draw(); } },
    choices.map(([key, label]) => make("option", { value: key, selected: key === state.sort }, `排序：${label}`))));
}

function drawPages() {
  byId("chips").replaceChildren();
  byId("places").replaceChildren();
  byId("tally").textContent = "";
  drawSorts(PAGE_SORTS, "文件名");
  growList(byId("results"), order(DATA.pages, PAGE_SORTS), (page) => make("li", { class: "page" },
    make("h3", { dir: "auto", title: calm(page.f) }, fileName(page) || "（无名版面）"),
    page.problems ? make("p", { class: "problem" }, `${page.problems} 处问题`) : null,
    make("ul", {}, page.a.map((at) => make("li", {}, sourceLink(at), make("span", { class: "when" }, SOURCES[at].d || "",
      SOURCES[at].w && !DATA.large ? make("a", { class: "sheetlink", href: SOURCES[at].w, title: "这篇文章的一页" }, "一页") : null))))), 40);
}

function draw() {
  keepState();
  drawTabs();
  if (!state.query && state.tab === "pages") { drawPages(); return; }
  const all = state.query ? findNames(state.query, NAMES.keys()) : OF_KIND[state.tab];
  drawPlaces(all);
  drawSorts(NAME_SORTS, state.query ? "相关程度" : state.tab === "district" ? "隶属" : "关系多少");
  const here = all.filter((at) => state.place < 0 || (NAMES[at].g || []).includes(state.place));
  drawChips(here);
  const fits = (at) => !state.type || NAMES[at].t === state.type;
  if (!state.query && state.tab === "district" && !state.type && state.place < 0 && !state.sort) {
    growList(byId("results"), climbDistricts(), ([at, depth]) => drawRow(at, depth), 80);
    byId("tally").textContent = "";
  } else {
    const items = order(here.filter(fits), NAME_SORTS);
    growList(byId("results"), items, (at) => drawRow(at, 0), 80);
    byId("tally").textContent = state.query ? (items.length ? `找到 ${items.length} 个名称` : `没有找到“${calm(state.query)}”`) : "";
  }
}

// ── the panel ──

function drawCover() {
  const maps = (kind) => OF_KIND[kind].filter((at) => NAMES[at].v).map((at) => make("li", {}, make("a", { href: NAMES[at].v }, glyph(NAMES[at].t), make("bdi", {}, NAMES[at].n))));
  const districts = maps("district");
  const initiatives = maps("initiative");
  const list = (rows) => { const box = make("ul", { class: "maps" }); growList(box, rows, (row) => row, 60); return box; };
  const officials = maps("person");
  const busiest = OF_KIND.person.filter((at) => NAMES[at].t === "Official").slice(0, 8);
  const hints = [
    DATA.large ? `事实很多（${(DATA.counts.facts || 0).toLocaleString("en")} 条），这里只列名称；点一个名称，就到写明全部事实和原句的那一页。` : "",
    DATA.unlisted ? `另有 ${DATA.unlisted.toLocaleString("en")} 个名称关系较少，没有单独成页。` : "",
  ].filter(Boolean);
  panel.replaceChildren(...[
    hints.length ? make("section", { class: "cover" }, hints.map((hint) => make("p", { class: "hint" }, hint))) : null,
    make("section", { class: "cover" }, make("h2", {}, "关系图"),
      make("a", { class: "overview", href: DATA.overview }, make("b", {}, "总览"), make("span", {}, "政区、机构、干部与举措，一图看全")),
      DATA.together ? make("a", { class: "overview", href: DATA.together }, make("b", {}, "同场的人"), make("span", {}, "谁和谁出席过同一活动，分成几群，谁联系各群")) : null,
      districts.length ? [make("h3", {}, "各地"), list(districts)] : null,
      initiatives.length ? [make("h3", {}, "多地共有的举措"), list(initiatives)] : null,
      officials.length ? [make("h3", {}, "干部"), list(officials)] : null),
    busiest.length ? make("section", { class: "cover" }, make("h3", {}, "事实最多的干部"), make("ul", { class: "maps" }, busiest.map((at) => make("li", {}, nameLink(at, open))))) : null,
    DATA.problems.length ? make("section", { class: "cover" }, make("details", { class: "problems" }, make("summary", {}, `读取时跳过 ${DATA.problems.length} 处`),
      make("ul", {}, DATA.problems.slice(0, 200).map(([where, what]) => make("li", {}, make("code", { dir: "auto" }, where), " ", what))))) : null,
  ].filter(Boolean));
}

function open(at) {
  if (DATA.large) { visit(NAMES[at]); return; }
  opener = document.activeElement;
  choose(at);
  keepState();
}

function openSource(at) {
  if (DATA.large) { visit(SOURCES[at]); return; }
  opener = document.activeElement;
  chooseSource(at);
  keepState();
}

/** Go to the page that a name or an article has of its own. */
function visit(thing) { if (thing.w) location.assign(thing.w); }

function choose(at) {
  state.chosen = at;
  state.source = -1;
  fillPanel(showName(at, open, close));
}

function chooseSource(at) {
  state.chosen = -1;
  state.source = at;
  fillPanel(showSource(at, open, close));
}

function fillPanel(content) {
  panel.replaceChildren(...content);
  panel.classList.add("open");
  document.body.classList.add("reading");
  panel.scrollTop = 0;
  panel.querySelector("h2").focus({ preventScroll: true });
  for (const pick of document.querySelectorAll(".pick")) pick.setAttribute("aria-current", String(pick.dataset.at === String(state.chosen)));
}

function close() {
  state.chosen = -1;
  state.source = -1;
  keepState();
  panel.classList.remove("open");
  document.body.classList.remove("reading");
  for (const pick of document.querySelectorAll(".pick[aria-current=true]")) pick.setAttribute("aria-current", "false");
  drawCover();
  if (opener && opener.isConnected) opener.focus();
}

// ── the state in the address: #person/li-ming?tab=person&sort=name ──

function keepState() {
  const chosen = state.chosen >= 0 ? NAMES[state.chosen] : state.source >= 0 ? SOURCES[state.source] : null;
  const words = new URLSearchParams();
  if (state.tab !== FIRST_TAB) words.set("tab", state.tab);
  if (state.query) words.set("q", state.query);
  if (state.type) words.set("type", state.type);
  if (state.place >= 0) words.set("place", NAMES[state.place].k);
  if (state.sort) words.set("sort", state.sort);
  const said = words.toString() ? `?${words}` : "";
  history.replaceState(null, "", chosen || said ? `${chosen ? anchorOf(chosen) : "#"}${said}` : location.pathname + location.search);
}

/** Bring back what an address says. Of the list it may say nothing: then the list stays as it is. */
function readHash() {
  const [head, ...tail] = location.hash.slice(1).split("?");
  if (tail.length) {
    const words = new URLSearchParams(tail.join("?"));
    const tab = words.get("tab") || FIRST_TAB;
    const type = words.get("type") || "";
    const place = NUMBER_OF.get(words.get("place") || "");
    const sort = words.get("sort") || "";
    list({
      tab: tabs().some(([kind]) => kind === tab) ? tab : FIRST_TAB,
      type: Object.hasOwn(LOOKS, type) ? type : "",
      place: place === undefined ? -1 : place,
      query: (words.get("q") || "").trim(),
      sort: Object.hasOwn(NAME_SORTS, sort) ? sort : "",
    });
    byId("query").value = state.query;
  }
  let key = "";
  try { key = decodeURIComponent(head); } catch { key = ""; }
  const at = NUMBER_OF.get(key);
  const source = SOURCE_OF.get(key);
  if (DATA.large) { if (at !== undefined || source !== undefined) visit(at === undefined ? SOURCES[source] : NAMES[at]); }
  else if (at !== undefined && at !== state.chosen) choose(at);
  else if (source !== undefined && source !== state.source) chooseSource(source);
  draw();
}

let typing = 0;

/** List what the search field says. */
function search() {
  clearTimeout(typing);
  typing = 0;
  list({ query: byId("query").value.trim() });
  draw();
}

byId("query").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(search, NAMES.length > 5000 ? 90 : 0);
});
byId("query").addEventListener("keydown", (event) => {
  if (event.isComposing || event.key !== "Enter" && event.key !== "ArrowDown") return; // an input method's own keys choose characters
  if (typing) search(); // keys that come before the list is drawn anew would go into the old one, and be lost with it
  const first = document.querySelector("#results .pick");
  if (!first) return;
  if (event.key === "Enter") first.click();
  else { first.focus(); event.preventDefault(); }
});
byId("results").addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const picks = [...document.querySelectorAll("#results .pick")];
  const next = picks[picks.indexOf(document.activeElement) + step];
  if (next) next.focus(); else if (step < 0) byId("query").focus();
  event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "Escape" && (state.chosen >= 0 || state.source >= 0)) close();
  if (event.key === "/" && document.activeElement.tagName !== "INPUT") { byId("query").focus(); event.preventDefault(); }
});
window.addEventListener("hashchange", readHash);
listCounts();
drawCover();
readHash();
