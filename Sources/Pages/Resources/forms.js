// What the pages to fill share: a draft kept in this browser, a check before saving, an XML file saved, one reopened.
// Nothing leaves the page: its security policy allows no connection.
"use strict";

const form = document.querySelector("form");
const draftKey = "acquis:" + form.dataset.draft;
const said = document.getElementById("said");

// Characters that XML cannot hold are dropped.
function clean(text) { return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ""); }
function escaped(text) {
  return clean(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

function attribute(name, value) { return value ? ` ${name}="${escaped(value.trim())}"` : ""; }
// One line; a no-break space stays what it is.
function line(value) { return escaped(value.replace(/[ \t\r\n]+/g, " ").trim()); }

// An element, with one line of text in a child of its own when there is any.
function holding(indent, name, attributes, child, text) {
  const open = `${indent}<${name}${attributes}`;
  return text.trim() ? `${open}>\n${indent}  <${child}>${line(text)}</${child}>\n${indent}</${name}>\n` : `${open}/>\n`;
}

function say(texts, isProblem) {
  const all = [texts].flat();
  const list = document.createElement("ul");
  list.append(...all.map(text => Object.assign(document.createElement("li"), { textContent: text })));
  said.replaceChildren(...(all.length > 1 ? [list] : all));
  said.className = isProblem ? "said poor" : "said good";
}

function value(name) {
  const field = form.elements[name];
  if (!field) return "";
  return field.type === "checkbox" ? (field.checked ? "true" : "") : clean(field.value);
}

function fields() {
  const all = {};
  for (const field of form.elements) {
    if (!field.name || field.type === "file") continue;
    if (field.type === "radio") { if (field.checked) all[field.name] = field.value; }
    else if (field.type === "checkbox") all[field.name] = field.checked ? "true" : "";
    else all[field.name] = field.value;
  }
  return all;
}

function fill(values) {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements[name];
    if (!field) continue;
    if (field.type === "checkbox") field.checked = value === "true";
    else field.value = value;
  }
  form.dispatchEvent(new Event("change"));
}

function keepDraft() {
  try { localStorage.setItem(draftKey, JSON.stringify(fields())); } catch { /* a browser without storage */ }
}

function savedDraft() {
  try { return JSON.parse(localStorage.getItem(draftKey) || "null"); } catch { return null; }
}

function download(name, xml) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([xml], { type: "application/xml" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// What any field may have wrong: more than the schema allows, or a date that nobody meant.
function fieldProblems() {
  const problems = [];
  for (const field of form.querySelectorAll("input, textarea")) {
    const name = field.labels?.[0]?.textContent.trim() || field.getAttribute("aria-label") || "";
    const texts = field.dataset.lines ? field.value.split("\n") : [field.value];
    const over = Math.max(...texts.map(text => text.trim().length)) - Number(field.dataset.most || Infinity);
    if (over > 0) problems.push({ field: field.name, text: `« ${name} » est trop long de ${over} caractères.` });
    if (field.type === "date" && field.value && !/^(19|20)\d\d-/.test(field.value))
      problems.push({ field: field.name, text: `« ${name} » : l’année est à vérifier.` });
  }
  return problems;
}

// Tells every problem, and goes to the first; true when there is none.
function check(own) {
  const problems = [...own, ...fieldProblems()];
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  const nodes = problems.map(problem => form.elements[problem.field]).map(field => field instanceof RadioNodeList ? field[0] : field).filter(Boolean);
  for (const node of nodes) node.setAttribute("aria-invalid", "true");
  if (problems.length) say(problems.map(problem => problem.text), true);
  if (nodes.length) nodes[0].focus();
  return problems.length === 0;
}

function forget() { try { localStorage.removeItem(draftKey); } catch { /* nothing kept */ } }

// `page` gives what is its own: fileName, root, next (what to do with the file), problems() and xml(), and to reopen,
// refusal(document), a reason not to, and read(document), the fields.
function start(page) {
  const draft = savedDraft();
  if (draft) { fill(draft); say("Brouillon retrouvé dans ce navigateur.", false); }
  else form.dispatchEvent(new Event("change"));
  form.addEventListener("input", keepDraft);
  form.addEventListener("change", event => { if (event.target !== form) keepDraft(); });
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (!check(page.problems())) return;
    download(page.fileName, page.xml());
    forget();
    say(`${page.fileName} est enregistré dans vos téléchargements : ${page.next}`, false);
  });
  const reopen = document.getElementById("reopen");
  if (reopen) reopen.addEventListener("change", async () => {
    const file = reopen.files[0];
    if (!file) return;
    const parsed = new DOMParser().parseFromString(await file.text(), "application/xml");
    reopen.value = "";
    if (parsed.querySelector("parsererror") || ![page.root].flat().includes(parsed.documentElement.localName))
      return say(`« ${file.name} » n’est pas un ${page.fileName}.`, true);
    try {
      const refusal = page.refusal ? page.refusal(parsed.documentElement) : "";
      if (refusal) return say(refusal, true);
      const values = page.read(parsed.documentElement);
      form.reset();
      fill(values);
      keepDraft();
      say("Document rouvert : continuez, puis enregistrez de nouveau.", false);
    } catch {
      say(`« ${file.name} » n’est pas un ${page.fileName} complet : rien n’en est repris.`, true);
    }
  });
  const reset = document.getElementById("forget");
  if (reset) reset.addEventListener("click", () => {
    forget();
    form.reset();
    form.dispatchEvent(new Event("change"));
    say("Brouillon effacé.", false);
  });
}

// The children of that name, whatever the prefix.
function all(parent, name) { return [...parent.children].filter(child => child.localName === name); }
function text(parent, name) { const child = all(parent, name)[0]; return child ? child.textContent : ""; }

// A result or an interview taken back; `prefix` is empty, or the candidate’s own.
const revocation = {
  kept: prefix => ({ on: value(prefix + "revocation.on"), by: value(prefix + "revocation.by"), reason: value(prefix + "revocation.reason") }),
  show(prefix, isRevoked) {
    const node = document.getElementById(prefix + "revocation");
    node.hidden = !isRevoked && !this.isBegun(prefix);
  },
  // `day` is that of what is taken back.
  problems(prefix, name, day) {
    const problems = [["on", "la date"], ["by", "l’auteur"], ["reason", "le motif"]].filter(([part]) => !value(`${prefix}revocation.${part}`).trim())
      .map(([part, what]) => ({ field: `${prefix}revocation.${part}`, text: `${name} : indiquez ${what}.` }));
    if (day && value(prefix + "revocation.on") && value(prefix + "revocation.on") < day)
      problems.push({ field: prefix + "revocation.on", text: `${name} : sa date précède ce qui est révoqué.` });
    return problems;
  },
  // Whether any of it is written: it is then to be written whole, even for what came before.
  isBegun: prefix => ["on", "by", "reason"].some(part => value(`${prefix}revocation.${part}`).trim()),
  xml(kept, indent, previous) {
    if (!kept || !kept.reason.trim()) return "";
    return holding(indent, "revocation", attribute("on", kept.on) + attribute("by", kept.by) + attribute("previous", previous), "reason", kept.reason);
  },
  read(parent) {
    const node = all(parent, "revocation")[0];
    return node ? { on: node.getAttribute("on") || "", by: node.getAttribute("by") || "", reason: text(node, "reason") } : null;
  },
  values(prefix, kept) {
    const values = {};
    for (const part of ["on", "by", "reason"]) values[`${prefix}revocation.${part}`] = kept ? kept[part] : "";
    return values;
  },
};
