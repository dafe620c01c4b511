"use strict";
// The page to ask from: the shipped questions, the editor with our terms, the answer as a table.
// Whatever comes from the graph is put on the screen as text nodes only.

const SHOWN = 1000; // rows drawn; all can be saved
const KINDS = [["JSON", "application/sparql-results+json"], ["XML", "application/sparql-results+xml"], ["CSV", "text/csv"], ["TSV", "text/tab-separated-values"]];
const at = (id) => document.getElementById(id);
let prefixes = {};
let terms = [];
let running = null;

function make(tag, text, attributes = {}) {
  const node = document.createElement(tag);
  if (text) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function say(text, wrong = false) {
  at("status").textContent = text;
  at("status").classList.toggle("error", wrong);
}

// ── the editor ──

function tokenBefore(editor) {
  const { line, ch } = editor.getCursor();
  const typed = editor.getLine(line).slice(0, ch).match(/[\p{L}\p{N}_:-]+$/u);
  return { line, ch, typed: typed ? typed[0] : "" };
}

function findTerms(typed) {
  const wanted = typed.toLowerCase();
  const has = (term, test) => [term.term, term.term.split(":")[1], term.zh, term.en].some((form) => test(form.toLowerCase()));
  const first = terms.filter((term) => has(term, (form) => form.startsWith(wanted)));
  return first.concat(terms.filter((term) => !first.includes(term) && has(term, (form) => form.includes(wanted))));
}

function complete(editor) {
  const { line, ch, typed } = tokenBefore(editor);
  const list = findTerms(typed).map((term) => ({
    text: term.term,
    displayText: [term.term, term.zh, term.en].filter(Boolean).join("  "),
  }));
  return { list, from: { line, ch: ch - typed.length }, to: { line, ch } };
}

function showCompletions(editor) {
  if (editor.state.completionActive) return; // it follows what is typed by itself
  editor.showHint({ hint: () => complete(editor), completeSingle: false, closeCharacters: /[\s()[\]{};,.>]/ });
}

function completeWhileTyping(editor) {
  const { line, ch, typed } = tokenBefore(editor);
  const variable = /[?$]/.test(editor.getLine(line)[ch - typed.length - 1] || "");
  if (typed.length > 1 && !variable && findTerms(typed).length) showCompletions(editor);
}

function makeEditor() {
  const editor = new Yasqe(at("editor"), {
    value: "SELECT ?person ?title ?body WHERE {\n  ?post org:member/skos:prefLabel ?person ;\n        org:role/skos:prefLabel ?title ;\n        org:organization/skos:prefLabel ?body .\n}\nORDER BY ?body ?title\nLIMIT 100",
    autocompleters: [],
    prefixCcApi: null,
    persistenceId: null,
    consumeShareLink: null,
    showQueryButton: false,
    createShareableLink: null,
    resizeable: true,
    extraKeys: { "Ctrl-Enter": run, "Cmd-Enter": run, "Ctrl-Space": showCompletions },
  });
  editor.on("inputRead", (_, change) => {
    if (change.origin === "+input") setTimeout(completeWhileTyping, 0, editor); // outside of the editor's own operation
  });
  return editor;
}

function withPrefixes(query) {
  const missing = Object.entries(prefixes).filter(([prefix]) => new RegExp(`(^|[^\\w:-])${prefix}:`).test(query) && !new RegExp(`PREFIX\\s+${prefix}:`, "i").test(query));
  return missing.map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`).join("") + query;
}

// ── the questions ──

function showQuestion(question, button) {
  for (const other of at("questions").querySelectorAll("button")) other.removeAttribute("aria-current");
  button.setAttribute("aria-current", "true");
  const form = at("parameters");
  form.replaceChildren();
  for (const parameter of question.parameters) {
    const label = make("label", `${parameter.title} ${parameter.name}`, { title: parameter.about });
    const input = make("input", "", { name: parameter.name, placeholder: parameter.example });
    input.value = parameter.default;
    input.required = parameter.required;
    label.append(input);
    form.append(label);
  }
  form.append(make("button", "填入并运行 Fill in and run", { type: "submit" }));
  form.hidden = false;
  form.onsubmit = (event) => {
    event.preventDefault();
    fill(question, new FormData(form));
  };
  if (!question.parameters.some((parameter) => parameter.required)) fill(question, new FormData(form));
}

async function fill(question, data) {
  const filled = new URLSearchParams([...data].filter(([, value]) => value.trim()));
  const response = await fetch(`/questions/${question.name}?${filled}`);
  const text = await response.text();
  if (!response.ok) return say(text, true);
  editor.setValue(text);
  run();
}

// ── the answer ──

async function run() {
  if (running) running.abort();
  const control = (running = new AbortController());
  const query = withPrefixes(editor.getValue());
  const began = performance.now();
  at("stop").hidden = false;
  at("result").replaceChildren();
  at("saves").hidden = true;
  say("…");
  try {
    const accept = "application/sparql-results+json, text/turtle;q=0.9";
    const response = await fetch("/sparql", { method: "POST", body: new URLSearchParams({ query }), headers: { Accept: accept }, signal: control.signal });
    if (!response.ok) return say(await response.text(), true);
    const seconds = () => `${((performance.now() - began) / 1000).toFixed(2)} s`;
    if ((response.headers.get("Content-Type") || "").startsWith("text/turtle")) {
      at("result").append(make("pre", await response.text()));
      return say(seconds());
    }
    const answer = await response.json();
    if ("boolean" in answer) return say(`${answer.boolean ? "是 true" : "否 false"} · ${seconds()}`);
    const rows = answer.results.bindings;
    say(`${rows.length} 行 rows · ${seconds()}${rows.length > SHOWN ? ` · 下面是前 the first ${SHOWN}` : ""}`);
    await drawTable(answer.head.vars, rows.slice(0, SHOWN), control);
    offerSaves(query);
  } catch (error) {
    if (error.name !== "AbortError") say(`${error}`, true);
    else if (running === control) say("已停止 stopped");
  } finally {
    if (running === control) {
      running = null;
      at("stop").hidden = true;
    }
  }
}

async function drawTable(names, rows, control) {
  const known = await findNames(rows, control);
  const table = make("table");
  const head = table.createTHead().insertRow();
  for (const name of names) head.append(make("th", name, { scope: "col" }));
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const name of names) line.insertCell().append(drawTerm(row[name], known));
  }
  at("result").replaceChildren(table);
}

function drawTerm(term, known) {
  if (!term) return document.createTextNode("");
  if (term.type === "uri" || known.has(term.value)) return make("a", term.type === "uri" ? shorten(term.value) : term.value, { href: `/explain?name=${encodeURIComponent(term.value)}` });
  return document.createTextNode(term.type === "triple" ? JSON.stringify(term.value) : term.value);
}

async function findNames(rows, control) {
  const texts = new Set();
  for (const row of rows) for (const term of Object.values(row)) if (term.type === "literal" && term.value.length <= 60 && texts.size < 2000) texts.add(term.value);
  if (!texts.size) return texts;
  const response = await fetch("/names", { method: "POST", body: JSON.stringify([...texts]), headers: { "Content-Type": "application/json" }, signal: control.signal });
  return new Set(response.ok ? await response.json() : []);
}

function shorten(iri) {
  for (const [prefix, namespace] of Object.entries(prefixes)) if (iri.startsWith(namespace)) return `${prefix}:${iri.slice(namespace.length)}`;
  return iri;
}

function offerSaves(query) {
  const saves = at("saves");
  saves.replaceChildren("另存为 save as: ");
  for (const [name, media] of KINDS) {
    const link = make("a", name, { href: "#" });
    link.onclick = async (event) => {
      event.preventDefault();
      const response = await fetch("/sparql", { method: "POST", body: new URLSearchParams({ query }), headers: { Accept: media } });
      if (!response.ok) return say(await response.text(), true);
      const file = make("a", "", { href: URL.createObjectURL(await response.blob()), download: `answer.${name.toLowerCase()}` });
      file.click();
      setTimeout(() => URL.revokeObjectURL(file.href), 10000);
    };
    saves.append(link);
  }
  saves.hidden = false;
}

const editor = makeEditor();
at("run").onclick = run;
at("stop").onclick = () => running && running.abort();

(async () => {
  const [vocabulary, questions] = await Promise.all(["/terms.json", "/questions.json"].map(async (path) => (await fetch(path)).json()));
  ({ prefixes, terms } = vocabulary);
  for (const question of questions) {
    const button = make("button", question.title, { type: "button", title: question.name });
    button.append(make("small", question.title_en));
    button.onclick = () => showQuestion(question, button);
    const item = make("li");
    item.append(button);
    at("questions").append(item);
  }
  document.body.dataset.ready = "";
})();
