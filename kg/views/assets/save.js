// Taking things away: the picture as PNG or SVG, what it shows as CSV.

function offer(blob, extension) {
  const link = make("a", { href: URL.createObjectURL(blob), download: `${calm(DATA.title).replace(/[\\/:*?"<>|\s]+/g, "-")}.${extension}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function savePicture() {
  const canvas = byId("map").querySelector("canvas");
  const sheet = document.createElement("canvas");
  sheet.width = canvas.width;
  sheet.height = canvas.height;
  const ctx = sheet.getContext("2d");
  ctx.fillStyle = paint.paper;
  ctx.fillRect(0, 0, sheet.width, sheet.height);
  ctx.drawImage(canvas, 0, 0);
  sheet.toBlob((blob) => offer(blob, "png"), "image/png");
}

const escapeXml = (text) => calm(String(text)).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
const round = (number) => Math.round(number * 10) / 10;

function outlineOf(shape, x, y, size) {
  const points = { square: [[-1, -1], [1, -1], [1, 1], [-1, 1]], diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]], triangle: [[0, -1], [0.87, 0.5], [-0.87, 0.5]], hexagon: [[1, 0], [0.5, 0.87], [-0.5, 0.87], [-1, 0], [-0.5, -0.87], [0.5, -0.87]] }[shape];
  if (!points) return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(size)}"`;
  return `<polygon points="${points.map(([dx, dy]) => `${round(x + dx * size)},${round(y + dy * size)}`).join(" ")}"`;
}

/** The part of the map that is in the window, as SVG. */
function drawSvg() {
  const box = byId("map").getBoundingClientRect();
  const { x: left, y: top } = network.DOMtoCanvas({ x: 0, y: 0 });
  const { x: right, y: bottom } = network.DOMtoCanvas({ x: box.width, y: box.height });
  const parts = [`<svg xmlns="http://www.w3.org/2000/svg" width="${round(box.width)}" height="${round(box.height)}" viewBox="${round(left)} ${round(top)} ${round(right - left)} ${round(bottom - top)}">`,
    `<title>${escapeXml(DATA.title)}</title>`, `<rect x="${round(left)}" y="${round(top)}" width="${round(right - left)}" height="${round(bottom - top)}" fill="${paint.paper}"/>`];
  for (const [id, x, y, halfWidth, halfHeight] of MAP.islands) {
    if (shown.has(id)) parts.push(`<ellipse cx="${x}" cy="${y}" rx="${halfWidth}" ry="${halfHeight}" fill="${paint.island}" stroke="${paint.shore}"/>`);
  }
  for (const tie of TIES) {
    const look = edges.get(tie.id);
    if (look.hidden) continue;
    const from = placeOf(tie.from);
    const to = placeOf(tie.to);
    const bend = tie.across && !isCompany ? 0.16 : 0;
    const middle = { x: (from.x + to.x) / 2 + (to.y - from.y) * bend, y: (from.y + to.y) / 2 - (to.x - from.x) * bend };
    parts.push(`<path d="M${round(from.x)} ${round(from.y)} Q${round(middle.x)} ${round(middle.y)} ${round(to.x)} ${round(to.y)}" fill="none" stroke="${look.color.color}" stroke-opacity="${look.color.opacity}" stroke-width="${round(look.width)}"${look.dashes ? ' stroke-dasharray="4 4"' : ""}/>`);
  }
  for (const id of SHOWN) {
    const { x, y } = placeOf(id);
    const look = nodes.get(id);
    parts.push(`${outlineOf(look.shape, x, y, look.size)} fill="${look.color.background}" fill-opacity="${look.opacity}" stroke="${look.color.border}" stroke-width="${look.borderWidth}"><title>${escapeXml(NAMES[id].n)}</title></${outlineOf(look.shape, 0, 0, 0).startsWith("<circle") ? "circle" : "polygon"}>`);
  }
  for (const { text, x, y, weight, size, face, fill } of placed) {
    parts.push(`<text x="${round(x)}" y="${round(y + size * 0.88)}" text-anchor="middle" font-family="${escapeXml(face)}" font-weight="${weight}" font-size="${round(size)}" fill="${fill}" stroke="${paint.paper}" stroke-width="${round(size / 4)}" stroke-linejoin="round" paint-order="stroke">${escapeXml(text)}</text>`);
  }
  return `${parts.join("\n")}\n</svg>\n`;
}

/** A cell of a table that no spreadsheet takes for a formula. */
function cell(value) {
  const text = value === undefined || value === null ? "" : String(value).replace(/\s*\n\s*/g, "");
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.]+$/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** What the picture shows, a line for each tie and sentence. */
function makeTable() {
  const rows = [["甲", "关系", "乙", "职务", "日期", "原句", "文章", "版面", "起", "止", "可信度", "规则"]];
  for (const tie of TIES) {
    const names = [NAMES[tie.from].n, tie.bundle ? `${tie.count} 条关系` : LINES[tie.kind].forth, NAMES[tie.to].n];
    const facts = tie.bundle ? [] : factsOfEdge(tie).filter(factHolds);
    const said = facts.flatMap((at) => (FACTS[at].e || []).filter((proof) => mayProve(PROOFS[proof])).map((proof) => [FACTS[at], PROOFS[proof]]));
    if (tie.kind === TOGETHER) rows.push([...names, "", "", sharedEvents(tie.from, tie.to).map((at) => NAMES[at].n).join("、")]);
    else if (!said.length) rows.push([...names, facts.map((at) => FACTS[at].r || "").join("、")]);
    for (const [fact, proof] of said) {
      const source = SOURCES[proof.a] || {};
      rows.push([...names, `${DATA.status[fact.st] || ""}${fact.r || ""}`, source.d, quoteOf(proof), source.h, fileName(source), proof.i || 0, proof.j, proof.c, proof.x]);
    }
  }
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

const SAVES = {
  png: savePicture,
  svg: () => offer(new Blob([drawSvg()], { type: "image/svg+xml" }), "svg"),
  csv: () => offer(new Blob([makeTable()], { type: "text/csv" }), "csv"),
};
