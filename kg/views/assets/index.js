// The index: lists by kind, search over all names, and the panel.

const byId = (id) => document.getElementById(id);
const panel = byId("panel");
const KIND_ORDER = ["district", "person", "initiative", "organisation", "event"];
const OF_KIND = Object.fromEntries(KIND_ORDER.map((kind) => [kind, []]));
NAMES.forEach((name, at) => OF_KIND[name.e].push(at));
const state = { tab: KIND_ORDER.find((kind) => OF_KIND[kind].length) || "pages", type: "", place: -1, query: "", chosen: -1, source: -1 };
let opener = null;

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
    onclick: () => { state.tab = kind; state.type = ""; state.place = -1; state.query = ""; byId("query").value = ""; draw(); },
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

/** The posts that stand beside a person's name. */
function listPosts(at) {
  const posts = FACTS_OF[at].map((number) => FACTS[number]).filter((fact) => fact.p === "post" && fact.s === at);
  posts.sort((a, b) => (b.e || []).length - (a.e || []).length);
  return posts.map((fact) => `${fact.o === undefined ? "" : NAMES[fact.o].n}${DATA.status[fact.st] || ""}${fact.r || ""}`);
}

function sideWords(at) {
  const name = NAMES[at];
  const words = [];
  if (name.e === "person") words.push(...listPosts(at));
  if (name.e === "initiative") {
    const leaders = FACTS_OF[at].map((number) => FACTS[number]).filter((fact) => fact.p === "leads" && fact.o === at);
    if (leaders.length) words.push(`${[...new Set(leaders.map((fact) => NAMES[fact.s].n))].join("、")} 牵头`);
    if (name.x) words.push(name.x);
  }
  if (name.e === "event" && name.d) words.push(name.d);
  if (name.e === "organisation") {
    const posts = FACTS_OF[at].map((number) => FACTS[number]).filter((fact) => fact.p === "post" && fact.o === at);
    words.push(...posts.slice(0, 3).map((fact) => `${fact.r || ""} ${NAMES[fact.s].n}`));
  }
  return words.slice(0, 4);
}

function drawRow(at, depth) {
  const name = NAMES[at];
  const withMaps = state.query || name.e === "district" || name.e === "initiative";
  const side = sideWords(at);
  const places = (name.g || []).slice(0, 2).map((place) => NAMES[place].n).join("、") + ((name.g || []).length > 2 ? "等" : "");
  const proofs = FACTS_OF[at].reduce((sum, number) => sum + (FACTS[number].e || []).length, 0);
  const row = make("li", { class: "row" },
    make("button", { type: "button", class: "pick", "data-at": String(at), "aria-current": String(state.chosen === at), onclick: () => open(at) },
      glyph(name.t),
      make("span", { class: "main" }, make("bdi", { class: "label" }, name.n), side.length ? make("span", { class: "side" }, side.join("　")) : null),
      make("span", { class: "tail" }, name.e === "district" ? lookOf(name).label : places),
      make("span", { class: "tail count", title: "原句" }, proofs ? `${proofs} 句` : "")),
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

function drawPages() {
  byId("chips").replaceChildren();
  byId("places").replaceChildren();
  byId("tally").textContent = "";
  growList(byId("results"), DATA.pages, (page) => make("li", { class: "page" },
    make("h3", { dir: "auto", title: calm(page.f) }, fileName(page) || "（无名版面）"),
    page.problems ? make("p", { class: "problem" }, `${page.problems} 处问题`) : null,
    make("ul", {}, page.a.map((at) => make("li", {}, sourceLink(at), make("span", { class: "when" }, SOURCES[at].d || ""))))), 40);
}

function draw() {
  drawTabs();
  if (!state.query && state.tab === "pages") { drawPages(); return; }
  const all = state.query ? findNames(state.query, NAMES.keys()) : OF_KIND[state.tab];
  drawPlaces(all);
  const here = all.filter((at) => state.place < 0 || (NAMES[at].g || []).includes(state.place));
  drawChips(here);
  const fits = (at) => !state.type || NAMES[at].t === state.type;
  if (!state.query && state.tab === "district" && !state.type && state.place < 0) {
    growList(byId("results"), climbDistricts(), ([at, depth]) => drawRow(at, depth), 80);
    byId("tally").textContent = "";
  } else {
    const items = here.filter(fits);
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
  panel.replaceChildren(...[
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
  opener = document.activeElement;
  history.replaceState(null, "", anchorOf(NAMES[at]));
  choose(at);
}

function openSource(at) {
  opener = document.activeElement;
  history.replaceState(null, "", anchorOf(SOURCES[at]));
  chooseSource(at);
}

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
  history.replaceState(null, "", location.pathname + location.search);
  panel.classList.remove("open");
  document.body.classList.remove("reading");
  for (const pick of document.querySelectorAll(".pick[aria-current=true]")) pick.setAttribute("aria-current", "false");
  drawCover();
  if (opener && opener.isConnected) opener.focus();
}

function readHash() {
  let key = "";
  try { key = decodeURIComponent(location.hash.slice(1)); } catch { key = ""; }
  const at = NUMBER_OF.get(key);
  const source = SOURCE_OF.get(key);
  if (at !== undefined && at !== state.chosen) choose(at);
  else if (source !== undefined && source !== state.source) chooseSource(source);
}

let typing = 0;
byId("query").addEventListener("input", (event) => {
  clearTimeout(typing);
  typing = setTimeout(() => { state.query = event.target.value.trim(); state.type = ""; state.place = -1; draw(); }, NAMES.length > 5000 ? 90 : 0);
});
byId("query").addEventListener("keydown", (event) => {
  const first = document.querySelector("#results .pick");
  if (event.key === "Enter" && first) first.click();
  if (event.key === "ArrowDown" && first) { first.focus(); event.preventDefault(); }
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
  if (event.key === "Escape" && (state.chosen >= 0 || state.source >= 0)) close();
  if (event.key === "/" && document.activeElement.tagName !== "INPUT") { byId("query").focus(); event.preventDefault(); }
});
window.addEventListener("hashchange", readHash);
listCounts();
draw();
drawCover();
readHash();
