// What the pages to fill share: a draft kept in this browser, a check before saving, an XML file saved, one reopened.
// Nothing leaves the page: its security policy allows no connection.
"use strict";

const form = document.querySelector("form");
const draftKey = "acquis:" + form.dataset.draft;
const said = document.getElementById("said");

function escaped(text) {
  // Characters that XML cannot hold are dropped; the rest is escaped.
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

function attribute(name, value) { return value ? ` ${name}="${escaped(value.trim())}"` : ""; }
function line(value) { return escaped(value.replace(/\s+/g, " ").trim()); }

function say(text, isProblem) {
  said.textContent = text;
  said.className = isProblem ? "said poor" : "said good";
}

function value(name) {
  const field = form.elements[name];
  if (!field) return "";
  return field.type === "checkbox" ? (field.checked ? "true" : "") : field.value;
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

// `page` gives what is its own: fileName, problems() and xml(), and read(document) to reopen.
function start(page) {
  const draft = savedDraft();
  if (draft) { fill(draft); say("Brouillon retrouvé dans ce navigateur.", false); }
  form.addEventListener("input", keepDraft);
  form.addEventListener("change", keepDraft);
  form.addEventListener("submit", event => {
    event.preventDefault();
    for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
    const problems = page.problems();
    if (problems.length) {
      const first = form.elements[problems[0].field];
      for (const problem of problems) {
        const field = form.elements[problem.field];
        const node = field instanceof RadioNodeList ? field[0] : field;
        if (node) node.setAttribute("aria-invalid", "true");
      }
      say(problems.map(problem => problem.text).join(" "), true);
      const node = first instanceof RadioNodeList ? first[0] : first;
      if (node) node.focus();
      return;
    }
    download(page.fileName, page.xml());
    say(`${page.fileName} est enregistré dans vos téléchargements : placez-le dans le dossier du candidat, puis relancez « acquis run ».`, false);
  });
  const reopen = document.getElementById("reopen");
  if (reopen) reopen.addEventListener("change", async () => {
    const file = reopen.files[0];
    if (!file) return;
    const parsed = new DOMParser().parseFromString(await file.text(), "application/xml");
    if (parsed.querySelector("parsererror") || parsed.documentElement.localName !== page.root)
      return say(`Ce fichier n’est pas un document « ${page.root} ».`, true);
    fill(page.read(parsed.documentElement));
    say("Document rouvert : continuez, puis enregistrez de nouveau.", false);
  });
  const reset = document.getElementById("forget");
  if (reset) reset.addEventListener("click", () => {
    try { localStorage.removeItem(draftKey); } catch { /* nothing kept */ }
    form.reset();
    say("Brouillon effacé.", false);
  });
}

// The children of that name, whatever the prefix.
function all(parent, name) { return [...parent.children].filter(child => child.localName === name); }
function text(parent, name) { const child = all(parent, name)[0]; return child ? child.textContent : ""; }
