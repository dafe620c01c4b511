"use strict";
// What index and maps share: the data, DOM made of text nodes only, search, and the panel with facts and their sentences.

const DATA = JSON.parse(document.getElementById("data").textContent);
const { names: NAMES, facts: FACTS, proofs: PROOFS, paragraphs: PARAGRAPHS, sources: SOURCES, looks: LOOKS, lines: LINES } = DATA;
/** Facts that tell of a person at an event. */
const EVENTFUL = new Set(["presides", "attends"]);
const darkPaper = window.matchMedia("(prefers-color-scheme: dark)");

/** Facts by name: FACTS_OF[3] lists the numbers of all facts that bind name 3. */
const FACTS_OF = NAMES.map(() => []);
FACTS.forEach((fact, at) => {
  if (fact.s !== undefined) FACTS_OF[fact.s].push(at);
  if (fact.o !== undefined && fact.o !== fact.s) FACTS_OF[fact.o].push(at);
});
const NUMBER_OF = new Map(NAMES.map((name, at) => [name.k, at]));
const SOURCE_OF = new Map(SOURCES.map((source, at) => [source.k, at]));

/** One element. Children are nodes or strings; strings become text nodes, never markup. */
function make(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") node.className = value;
    else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

/** Text for canvas and titles without the characters that turn its direction round. */
function calm(text) {
  return text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u0000-\u001f]/g, "");
}

function lookOf(name) { return LOOKS[name.t]; }
function colourOf(look) { return darkPaper.matches ? look.dark : look.light; }

/** A small drawing of a type's shape, coloured by CSS custom properties for light and dark. */
function glyph(type) {
  const look = LOOKS[type];
  const node = make("span", { class: `glyph ${look.shape}`, "aria-hidden": "true" });
  node.style.setProperty("--light", look.light);
  node.style.setProperty("--dark", look.dark);
  return node;
}

// ── search ──

function fold(text) { return text.normalize("NFKC").toLowerCase().replace(/\s+/g, ""); }
const KEYS = new Map();
function keysOfName(at) {
  if (!KEYS.has(at)) {
    const name = NAMES[at];
    KEYS.set(at, { own: fold(name.n), others: (name.a || []).map(fold), latin: (name.s || "").split(" ").concat(fold(name.p || "")) });
  }
  return KEYS.get(at);
}

/** How well a name answers a query: 0 the name itself, higher is worse, -1 not at all. */
function matchName(at, query) {
  const key = keysOfName(at);
  if (key.own === query) return 0;
  if (key.own.startsWith(query)) return 1;
  if (key.others.some((text) => text === query)) return 1;
  if (key.own.includes(query)) return 2;
  if (key.others.some((text) => text.includes(query))) return 3;
  if (key.latin.some((text) => text && text.startsWith(query))) return 4;
  if (query.length > 2 && key.latin.some((text) => text && text.includes(query))) return 5;
  return -1;
}

/** Numbers of all names that answer a query, best first. */
function findNames(text, among) {
  const query = fold(text);
  if (!query) return [];
  const found = [];
  for (const at of among) {
    const rank = matchName(at, query);
    if (rank >= 0) found.push([rank, -FACTS_OF[at].length, NAMES[at].n.length, at]);
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
  return found.map((row) => row[3]);
}

// ── facts and their sentences ──

/** All places of a text where one of the forms stands, the longest form first: [from, to]. */
function placesOf(text, forms) {
  const places = [];
  const sorted = forms.filter((form) => form).sort((a, b) => b.length - a.length);
  for (let at = 0; at < text.length; at += 1) {
    const form = sorted.find((each) => text.startsWith(each, at));
    if (form) {
      places.push([at, at + form.length]);
      at += form.length - 1;
    }
  }
  return places;
}

/** The place that stands nearest to any of some others; those before it count as nearer than those behind. */
function nearestPlace(places, others) {
  const gap = (one, other) => (one[1] <= other[0] ? other[0] - one[1] : one[0] >= other[1] ? (one[0] - other[1]) * 2 : 0);
  const measured = places.map((place) => [Math.min(...others.map((other) => gap(place, other))), place]);
  return measured.sort((a, b) => a[0] - b[0])[0][1];
}

/** What to mark in a quote: the names of a fact, and of title and body those that belong to this name. */
function marksOf(text, fact) {
  const subject = placesOf(text, formsOf(fact.s));
  const target = placesOf(text, formsOf(fact.o));
  const words = placesOf(text, [fact.r, fact.v, fact.q]);
  if (fact.p !== "post" || !subject.length) return [...subject, ...target, ...words];
  const title = words.length ? [nearestPlace(words, subject)] : [];
  const body = target.length ? [nearestPlace(target, title.length ? title : subject)] : [];
  return [...subject, ...title, ...body];
}

function quoteOf(proof) {
  if (!proof.p) return proof.q;
  const [at, from, length] = proof.p;
  return PARAGRAPHS[at][0].slice(from, from + length);
}

/** What stands before and behind a quote in its paragraph. */
function besideQuote(proof) {
  if (!proof.p) return ["", ""];
  const [at, from, length] = proof.p;
  const [text, cutBefore, cutBehind] = PARAGRAPHS[at];
  return [(cutBefore ? "……" : "") + text.slice(0, from), text.slice(from + length) + (cutBehind ? "……" : "")];
}

const joinLines = (text) => text.replace(/\s*\n\s*/g, "");

/** A quote as nodes, with the names of its fact marked. */
function markQuote(text, fact) {
  const nodes = [];
  let done = 0;
  for (const [from, to] of marksOf(text, fact).sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (to <= done) continue;
    const start = Math.max(from, done);
    if (start > done) nodes.push(text.slice(done, start));
    nodes.push(make("mark", {}, text.slice(start, to)));
    done = to;
  }
  nodes.push(text.slice(done));
  return nodes;
}

function formsOf(at) {
  return at === undefined ? [] : [NAMES[at].n, ...(NAMES[at].a || [])];
}

function percent(score) { return `${Math.round(score * 100)}%`; }

/** A page's file without the folders before it. */
function fileName(source) { return (source.f || source.k || "").split(/[\\/]/).pop(); }

/** The headline of an article, as the way to all that the article says. */
function sourceLink(at) {
  const source = SOURCES[at];
  if (!source || !source.k) return null;
  const label = make("cite", { dir: "auto" }, source.h || "（无标题）");
  if (typeof openSource === "function") return make("button", { type: "button", class: "source", onclick: () => openSource(at) }, label);
  return make("a", { class: "source", href: `../index.html${anchorOf(source)}` }, label);
}

/** One sentence: the quote with its names marked, and where it stands. */
function showProof(at, fact) {
  const proof = PROOFS[at];
  const source = SOURCES[proof.a] || {};
  const meter = make("span", { class: "meter", title: `可信度 ${percent(proof.c)}` }, make("span", {}));
  meter.firstChild.style.width = percent(proof.c);
  const [before, behind] = besideQuote(proof);
  return make("figure", { class: "proof" },
    make("blockquote", { dir: "auto" }, make("span", { class: "beside" }, joinLines(before)), make("span", { class: "said" }, markQuote(joinLines(quoteOf(proof)), fact)), make("span", { class: "beside" }, joinLines(behind))),
    make("figcaption", {},
      sourceLink(proof.a),
      make("span", { class: "where" },
        source.d ? make("time", { datetime: source.d }, source.d) : null,
        make("span", { class: "file", dir: "auto", title: `来源文件 ${calm(source.f || "")}` }, fileName(source)),
        make("span", { title: "字符位置" }, `${proof.i || 0}–${proof.j || 0}`)),
      make("span", { class: "where" },
        proof.x ? make("span", { class: "rule", title: "规则" }, proof.x) : null,
        make("span", {}, `可信度 ${percent(proof.c)}`), meter)));
}

function days(fact) {
  if (!fact.f) return "";
  return fact.l && fact.l !== fact.f ? `${fact.f} 至 ${fact.l} 见报` : `${fact.f} 见报`;
}

/** The words of a fact, seen from one of its names. */
function wordFact(fact, me, open) {
  const line = [];
  if (me === undefined) {
    if (fact.s !== undefined) line.push(nameLink(fact.s, open));
    line.push(make("span", { class: "verb" }, HEADINGS[fact.p] || LINES[fact.p].forth));
    if (fact.o !== undefined) line.push(nameLink(fact.o, open));
  } else {
    const other = fact.s === me ? fact.o : fact.s;
    if (other !== undefined) line.push(nameLink(other, open));
  }
  if (fact.r) line.push(make("span", { class: "role" }, `${DATA.status[fact.st] || ""}${fact.r}`));
  if (fact.p === "figure" || fact.p === "investment") line.push(make("span", { class: "role" }, `${fact.q || ""} ${fact.v || ""}`));
  const when = days(fact);
  if (when) line.push(make("span", { class: "when" }, when));
  return line;
}

/** One fact: its words, and its sentences, which open on a click. */
function showFact(at, me, open, unfolded) {
  const fact = FACTS[at];
  const proofs = fact.e || [];
  const words = make("div", { class: "words" }, wordFact(fact, me, open));
  if (!proofs.length) {
    return make("li", { class: "fact bare" }, words, make("span", { class: "known", title: "来自政区资料或机构名称本身，不引网页" }, "资料"));
  }
  const box = make("details", { class: "proofs", open: unfolded }, make("summary", {}, `原句 ${proofs.length}`));
  const fill = () => { if (box.childElementCount === 1) box.append(...proofs.map((proof) => showProof(proof, fact))); };
  if (unfolded) fill();
  box.addEventListener("toggle", fill);
  return make("li", { class: "fact" }, words, box);
}

/** The part of a link that brings a name back. */
function anchorOf(name) { return `#${encodeURIComponent(name.k).replace(/%2F/g, "/")}`; }

/** A name that can be clicked: on the page itself where the page knows all about it, otherwise in the index. */
function nameLink(at, open) {
  const name = NAMES[at];
  const label = make("bdi", {}, name.n);
  if (name.far) return make("a", { class: "name", href: `../index.html${anchorOf(name)}` }, glyph(name.t), label);
  return make("button", { type: "button", class: "name", onclick: () => open(at) }, glyph(name.t), label);
}

const HEADINGS = { investment: "投资", figure: "数字" };
const GROUPS = ["post", "leads", "takesPartIn", "presides", "attends", "investment", "figure", "subOrganizationOf",
  "jurisdiction", "locatedIn", "partOf"];

/** Facts of a name in groups: [heading, numbers]. */
function groupFacts(at) {
  const groups = new Map();
  for (const number of FACTS_OF[at]) {
    const fact = FACTS[number];
    const forth = fact.s === at;
    const heading = HEADINGS[fact.p] || LINES[fact.p][forth ? "forth" : "back"];
    const key = `${GROUPS.indexOf(fact.p) + 10}${forth ? 0 : 1}`;
    if (!groups.has(key)) groups.set(key, [heading, []]);
    groups.get(key)[1].push(number);
  }
  const sorted = [...groups.entries()].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map((entry) => entry[1]);
  for (const [, numbers] of sorted) {
    numbers.sort((a, b) => (FACTS[b].e || []).length - (FACTS[a].e || []).length || a - b);
  }
  return sorted;
}

/** A long list that grows as it is scrolled, so that thousands of rows cost nothing until they are looked at. */
function growList(list, items, show, step) {
  let shown = 0;
  list.replaceChildren();
  const more = () => {
    const rows = items.slice(shown, shown + step).map(show);
    shown += rows.length;
    list.append(...rows);
    if (shown < items.length) {
      const sentinel = make("li", { class: "sentinel" }, make("button", { type: "button", onclick: () => grow() }, `还有 ${items.length - shown} 条`));
      list.append(sentinel);
      const watch = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) grow(); }, { rootMargin: "400px" });
      const grow = () => { watch.disconnect(); sentinel.remove(); more(); };
      watch.observe(sentinel);
    }
  };
  more();
}

/** Everything that one article says. */
function showSource(at, open, close) {
  const source = SOURCES[at];
  const said = new Set(PROOFS.map((proof, number) => (proof.a === at ? number : -1)).filter((number) => number >= 0));
  const facts = FACTS.map((fact, number) => number).filter((number) => (FACTS[number].e || []).some((proof) => said.has(proof)));
  facts.sort((a, b) => GROUPS.indexOf(FACTS[a].p) - GROUPS.indexOf(FACTS[b].p) || a - b);
  const list = make("ul", { class: "facts" });
  growList(list, facts, (number) => showFact(number, undefined, open, false), 60);
  return [
    make("header", { class: "entry" },
      make("div", { class: "kicker" }, "文章", make("button", { type: "button", class: "close", title: "关闭（Esc）", "aria-label": "关闭", onclick: close }, "×")),
      make("h2", { tabindex: "-1", dir: "auto" }, source.h || "（无标题）"),
      make("dl", { class: "meta" }, [["日期", source.d], ["版面", fileName(source)]].filter((row) => row[1]).map(([term, value]) => [make("dt", {}, term), make("dd", { dir: "auto" }, value)])),
      sheetLink(source)),
    make("section", { class: "group" }, make("h3", {}, "文中的事实", make("span", { class: "n" }, String(facts.length))), list),
  ];
}

// ── days ──

const SVG = "http://www.w3.org/2000/svg";
function shape(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return node;
}

/** Rows of [label, days] on one axis: a bar from the first to the last day, a dot for each. */
function timeline(rows, label) {
  const days = [...new Set(rows.flatMap((row) => row[1]))].sort();
  if (!days.length) return null;
  const [first, last] = [Date.parse(days[0]), Date.parse(days[days.length - 1])];
  const x = (day) => (last > first ? 8 + ((Date.parse(day) - first) / (last - first)) * 344 : 180);
  const high = rows.length * 34 + 22;
  const picture = shape("svg", { viewBox: `0 0 360 ${high}`, class: "timeline", role: "img", "aria-label": label });
  rows.forEach(([text, own], at) => {
    const y = at * 34 + 24;
    const sorted = [...own].sort();
    picture.append(shape("text", { x: 0, y: y - 10, class: "row" }, calm(text.length > 26 ? `${text.slice(0, 25)}…` : text)));
    if (!sorted.length) return;
    picture.append(shape("line", { x1: x(sorted[0]), x2: x(sorted[sorted.length - 1]), y1: y, y2: y }));
    for (const day of new Set(sorted)) picture.append(shape("circle", { cx: x(day), cy: y, r: 4 }, shape("title", {}, day)));
  });
  picture.append(shape("text", { x: last > first ? 0 : 180, y: high - 4, class: "day", "text-anchor": last > first ? "start" : "middle" }, days[0]));
  if (last > first) picture.append(shape("text", { x: 360, y: high - 4, class: "day", "text-anchor": "end" }, days[days.length - 1]));
  return picture;
}

/** The days on which the pages say a fact: those of a post, of an event, or of the articles. */
function daysOf(fact) {
  if (EVENTFUL.has(fact.p) && NAMES[fact.o] && NAMES[fact.o].d) return [NAMES[fact.o].d];
  const said = (fact.e || []).map((proof) => (SOURCES[PROOFS[proof].a] || {}).d);
  return [...new Set([fact.f, fact.l, ...said].filter(Boolean))];
}

/** An official's posts and events in time, or an initiative's spread from district to district. */
function showTimes(at) {
  const name = NAMES[at];
  const rows = new Map();
  const add = (label, days) => { if (days.length) rows.set(label, [...(rows.get(label) || []), ...days]); };
  for (const number of FACTS_OF[at]) {
    const fact = FACTS[number];
    if (name.e === "person" && fact.p === "post") add(`${fact.o === undefined ? "" : NAMES[fact.o].n} ${DATA.status[fact.st] || ""}${fact.r || ""}`, daysOf(fact));
    if (name.e === "person" && EVENTFUL.has(fact.p)) add("出席的活动", daysOf(fact));
    if (name.e === "initiative" && (fact.p === "leads" || fact.p === "takesPartIn") && fact.o === at && fact.s !== undefined) {
      const places = NAMES[fact.s].e === "district" ? [fact.s] : NAMES[fact.s].g || [];
      for (const place of places) add(NAMES[place].n, daysOf(fact));
    }
  }
  const sorted = [...rows].sort((a, b) => (a[0] === "出席的活动") - (b[0] === "出席的活动") || (a[1].sort()[0] < b[1].sort()[0] ? -1 : 1)).slice(0, 12);
  const picture = timeline(sorted, name.e === "person" ? "见报时间：各职务与活动" : "各地见报时间");
  if (!picture) return null;
  return make("section", { class: "group" }, make("h3", {}, name.e === "person" ? "时间" : "各地先后"), picture,
    make("p", { class: "hint" }, name.e === "person" ? "日期是见报日期：只证明那天在任，不是任免日期。" : "日期是见报日期，不一定是开始的日期。"));
}

/** The way to the page that a name or an article has of its own. */
function sheetLink(thing) { return thing.w ? make("p", {}, make("a", { class: "maplink", href: thing.w }, "一页")) : null; }

function isHere(link) { return location.pathname.endsWith(`/${link}`); }

/** Everything about one name. */
function showName(at, open, close) {
  const name = NAMES[at];
  const look = lookOf(name);
  const kind = DATA.kinds[name.e];
  const meta = [];
  if (name.c) meta.push(["代码", name.c]);
  if (name.d) meta.push(["日期", name.d]);
  if (name.x) meta.push(["投资", name.x]);
  if (name.g) meta.push([name.e === "initiative" && name.g.length > 1 ? "涉及政区" : "所在政区", name.g.map((place) => nameLink(place, open))]);
  if (name.m) meta.push(["见于", `${name.m} 篇文章`]);
  const head = make("header", { class: "entry" },
    make("div", { class: "kicker" }, glyph(name.t), look.label === kind ? kind : `${kind} · ${look.label}`,
      close ? make("button", { type: "button", class: "close", title: "关闭（Esc）", "aria-label": "关闭", onclick: close }, "×") : null),
    make("h2", { tabindex: "-1", dir: "auto" }, name.n),
    name.p ? make("p", { class: "latin", lang: "zh-Latn" }, name.p) : null,
    name.a ? make("p", { class: "alias" }, make("span", {}, "又作 "), name.a.map((alt, i) => [i ? "、" : "", make("bdi", {}, alt)])) : null,
    meta.length ? make("dl", { class: "meta" }, meta.map(([term, value]) => [make("dt", {}, term), make("dd", {}, value)])) : null,
    name.v && !isHere(name.v) ? make("p", {}, make("a", { class: "maplink", href: name.v }, "看关系图")) : null,
    sheetLink(name));
  const heads = (name.h || []).length ? make("section", { class: "group heads" }, make("h3", {}, "主要领导", make("span", { class: "n" }, String(name.h.length))),
    make("ul", { class: "facts" }, name.h.map((number) => showFact(number, FACTS[number].o, open, false)))) : null;
  const groups = groupFacts(at);
  const total = FACTS_OF[at].length;
  const body = groups.map(([heading, numbers], group) => {
    const list = make("ul", { class: "facts" });
    growList(list, numbers, (number) => showFact(number, at, open, total <= 8 || (group === 0 && number === numbers[0])), 40);
    return make("section", { class: "group" }, make("h3", {}, heading, make("span", { class: "n" }, String(numbers.length))), list);
  });
  if (name.o) {
    body.push(make("section", { class: "group" }, make("h3", {}, "同场", make("span", { class: "n" }, String(name.o.length))),
      make("p", { class: "hint" }, "出席过同一活动的人，数字是次数"),
      make("p", { class: "company" }, name.o.map(([far, count]) => make("span", {}, nameLink(far, open), make("small", {}, `×${count}`))))));
  }
  if (name.b) {
    body.push(make("section", { class: "group" }, make("h3", {}, "署名", make("span", { class: "n" }, String(name.b.length))),
      make("ul", { class: "bylines" }, name.b.map(([role, source]) => make("li", {}, make("span", { class: "role" }, role),
        sourceLink(source), make("span", { class: "when" }, SOURCES[source].d || ""))))));
  }
  body.unshift(...[heads, showTimes(at)].filter(Boolean));
  if (!body.length) body.push(make("p", { class: "hint" }, "网页提到了这个名称，但没有读出关于它的事实。"));
  return [head, ...body];
}
