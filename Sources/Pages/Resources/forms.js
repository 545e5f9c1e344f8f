// What the pages to fill share. A field says where it goes in the document: `data-attribute` or `data-child`
// of the nearest `data-element`; `data-own` tells an element from its likes; `data-kept` keeps elements as
// they are. The structure of the document, read from its schema, says the rest: order, what is required, what
// repeats. Nothing leaves the page: its security policy allows no connection.
//
// No script names anything outside itself. Once all are read, this one tells the page’s own, through the
// event `acquis-form`, what it may call.
(function () {
  "use strict";

  const page = {};
  const bindings = ["element", "attribute", "child", "kept"].map(name => `[data-${name}]`).join();

  // The document as a tree: { name, attributes, children, text }.

  // Characters that XML cannot hold are dropped.
  function clean(text) {
    return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
  }

  function escaped(text) {
    const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "\r": "&#13;" };
    return clean(text).replace(/[&<>"\r]/g, character => names[character]);
  }

  // An element of the tree and all under it, in the order of the schema; what that does not know is left out.
  function write(element, type, indent = "") {
    const kind = page.schema.kinds[type];
    const namespace = indent ? "" : ` xmlns="${page.schema.namespace}"`;
    const attributes = kind.attributes.filter(part => part.name in element.attributes)
      .map(part => ` ${part.name}="${escaped(element.attributes[part.name])}"`).join("");
    const children = kind.children.flatMap(part => named(element, part.name).map(child => {
      if (page.schema.kinds[part.type]) return write(child, part.type, indent + "  ");
      return `${indent}  <${part.name}>${escaped(child.text)}</${part.name}>\n`;
    })).join("");
    const opened = `${indent}<${element.name}${namespace}${attributes}`;
    return children ? `${opened}>\n${children}${indent}</${element.name}>\n` : `${opened}/>\n`;
  }

  function parse(node) {
    const children = [...node.children].map(parse);
    return {
      name: node.localName,
      attributes: Object.fromEntries([...node.attributes].map(each => [each.localName, each.value])),
      children,
      text: children.length ? "" : node.textContent,
    };
  }

  function named(element, name) { return element.children.filter(child => child.name === name); }

  // Whether all that the schema requires of an element is there; of those under it too when `isDeep`.
  function isWhole(element, type, isDeep) {
    const kind = page.schema.kinds[type];
    if (!kind) return true;
    return kind.attributes.every(part => !part.required || part.name in element.attributes)
      && kind.children.every(part => {
        const own = named(element, part.name);
        return (own.length > 0 || !part.required)
          && (!isDeep || own.every(child => isWhole(child, part.type, true)));
      });
  }

  // The fields of the page.

  function value(name) {
    const field = page.form.elements[name];
    if (!field) return "";
    return field.type === "checkbox" ? (field.checked ? "true" : "") : clean(field.value);
  }

  function ownOf(node) {
    const pairs = (node.dataset.own || "").split(" ").filter(Boolean);
    return Object.fromEntries(pairs.map(pair => pair.split("=")));
  }

  const scopeOf = node => node.parentNode.closest("[data-element]");
  const typeOf = scope => scope === page.form ? page.schema.type : partOf(scope).type;

  // What is bound straight to an element of the page.
  function bound(scope) {
    return [...scope.querySelectorAll(bindings)].filter(node => scopeOf(node) === scope);
  }

  // What the schema says of the place that a field fills.
  function partOf(node) {
    const kind = page.schema.kinds[typeOf(scopeOf(node))];
    const { attribute, child, element, kept } = node.dataset;
    const parts = attribute ? kind.attributes : kind.children;
    return parts.find(part => part.name === (attribute || child || element || kept));
  }

  // A text as the schema takes it; a no-break space stays what it is.
  function spelled(text, part) {
    return part.line ? clean(text).replace(/[ \t\r\n]+/g, " ").trim() : clean(text).trim();
  }

  // The answers of a field: where the schema takes several, one a line, or paragraphs between empty lines.
  function answers(node) {
    const part = partOf(node);
    const texts = part.many ? node.value.split(part.line ? /\n/ : /\n\s*\n/) : [node.value];
    return texts.map(text => spelled(text, part)).filter(Boolean);
  }

  // The value that a field gives an attribute; empty when there is none.
  function given(node) {
    if (node.type === "radio") return node.checked ? node.value : "";
    return node.type === "checkbox" ? String(node.checked) : spelled(node.value, partOf(node));
  }

  // The elements that a field keeps as they are.
  function elements(name) {
    try { return JSON.parse(value(name) || "[]"); } catch (error) { return []; }
  }

  // An element of the page as an element of the tree. One that lacks something required is left out, unless
  // the schema requires it too: the page then completes it.
  function build(scope) {
    const element = { name: scope.dataset.element, attributes: ownOf(scope), children: [], text: "" };
    for (const node of bound(scope)) {
      const { attribute, child, kept } = node.dataset;
      if (attribute) {
        const text = given(node);
        if (text) element.attributes[attribute] = text;
      } else if (child) {
        for (const text of answers(node))
          element.children.push({ name: child, attributes: {}, children: [], text });
      } else if (kept) {
        element.children.push(...elements(node.name));
      } else if (node.type !== "checkbox" || node.checked) {
        const inner = build(node);
        if (partOf(node).required || isWhole(inner, typeOf(node))) element.children.push(inner);
      }
    }
    return element;
  }

  function built() {
    const tree = build(page.form);
    if (page.finish) page.finish(tree);
    return tree;
  }

  function isSame(element, node) {
    return Object.entries(ownOf(node))
      .every(([name, text]) => [undefined, text].includes(element.attributes[name]));
  }

  // What a field is to hold, from an element of the tree, or from none.
  function held(element, node) {
    const { attribute, child, kept } = node.dataset;
    if (!element) return node.type === "number" ? "0" : "";
    if (kept) return JSON.stringify(named(element, kept));
    const part = partOf(node);
    if (child) return named(element, child).map(each => each.text).join(part.line ? "\n" : "\n\n");
    const text = element.attributes[attribute] || "";
    return part.type === "xs:boolean" ? { 1: "true", 0: "false" }[text] || text : text;
  }

  // Finds what every field under an element of the page is to hold, and what the page has no place for.
  function read(element, scope, found) {
    const taken = new Set();
    for (const node of bound(scope)) {
      const { child, kept, element: name } = node.dataset;
      const own = element ? named(element, name || child || kept) : [];
      const matching = name ? own.filter(each => isSame(each, node)) : own;
      // What holds no field is not to be read, whether it is still the same or not.
      const isEmpty = name && node.type !== "checkbox" && !bound(node).length;
      for (const each of isEmpty ? own : matching) taken.add(each);
      if (!name) found.values[node.name] = held(element, node);
      else if (node.type === "checkbox") found.values[node.name] = matching.length ? "true" : "";
      else read(matching[0], node, found);
    }
    if (!element) return;
    const kind = page.schema.kinds[typeOf(scope)];
    for (const each of element.children.filter(child => !taken.has(child))) {
      const part = kind.children.find(other => other.name === each.name);
      const key = part && page.schema.kinds[part.type] ? page.schema.kinds[part.type].attributes[0].name : "";
      found.unknown.push({ name: each.name, key: each.attributes[key] || "" });
    }
  }

  // The draft.

  function fields() {
    const all = {};
    for (const field of page.form.elements) {
      if (!field.name || field.type === "file") continue;
      if (field.type === "checkbox") all[field.name] = field.checked ? "true" : "";
      else if (field.type !== "radio" || field.checked) all[field.name] = field.value;
    }
    return all;
  }

  function changed() { page.form.dispatchEvent(new Event("change")); }

  function fill(values) {
    for (const field of page.form.elements) {
      const text = values[field.name];
      if (text === undefined || field.type === "file") continue;
      if (field.type === "radio") field.checked = field.value === text;
      else if (field.type === "checkbox") field.checked = text === "true";
      else field.value = text;
    }
    changed();
  }

  // A browser may have no storage: the page then keeps no draft, and does all the rest.
  function stored(use) {
    try { return use(localStorage, "acquis:" + page.form.dataset.draft); } catch (error) { return null; }
  }

  function keepDraft() { stored((storage, key) => storage.setItem(key, JSON.stringify(fields()))); }
  function forgetDraft() { stored((storage, key) => storage.removeItem(key)); }

  // The checks.

  function say(texts, isProblem) {
    const all = [texts].flat();
    const list = document.createElement("ul");
    list.append(...all.map(text => Object.assign(document.createElement("li"), { textContent: text })));
    page.said.replaceChildren(...(all.length > 1 ? [list] : all));
    page.said.className = isProblem ? "said poor" : "said good";
  }

  // The fields that must be filled and are not, under an element of the page.
  function missing(scope) {
    const asked = [...scope.querySelectorAll("[data-missing]")]
      .filter(node => scopeOf(node) === scope && !value(node.name).trim());
    const texts = new Map(asked.map(node => [node.name, node.dataset.missing]));
    return [...texts].map(([field, text]) => ({ field, text }));
  }

  // What a field may have wrong: more than the schema allows, or a date out of its range.
  function problemsOf(field) {
    const label = field.labels && field.labels[0];
    const name = label ? label.textContent.trim() : field.getAttribute("aria-label") || "";
    const texts = field.dataset.child ? answers(field) : [field.value.trim()];
    const over = Math.max(0, ...texts.map(text => [...text].length)) - Number(field.dataset.most || Infinity);
    const { value: text, min, max } = field;
    const isOut = field.type === "date" && text && (text < min || text > max);
    const problems = over > 0 ? [`« ${name} » est trop long de ${over} caractères.`] : [];
    if (isOut) problems.push(`« ${name} » : l’année est à vérifier.`);
    return problems.map(problem => ({ field: field.name, text: problem }));
  }

  // Tells every problem, and goes to the first; true when there is none.
  function check() {
    const all = [...page.form.querySelectorAll("input, textarea")];
    const own = page.problems ? page.problems() : [];
    const problems = [...missing(page.form), ...own, ...all.flatMap(problemsOf)];
    for (const field of all) field.removeAttribute("aria-invalid");
    const nodes = problems.map(problem => all.find(field => field.name === problem.field)).filter(Boolean);
    for (const node of nodes) node.setAttribute("aria-invalid", "true");
    if (problems.length) say(problems.map(problem => problem.text), true);
    if (nodes.length) nodes[0].focus();
    return problems.length === 0;
  }

  // A result or an interview taken back: its fields are shown once it is said so, or once they are begun.

  function isRevocationBegun(prefix) {
    return ["on", "by", "reason"].some(part => value(`${prefix}revocation.${part}`).trim());
  }

  function showRevocation(prefix, isRevoked) {
    document.getElementById(prefix + "revocation").hidden = !isRevoked && !isRevocationBegun(prefix);
  }

  // `day` is that of what is taken back, if it must come before.
  function revocationProblems(prefix, name, day) {
    const node = document.getElementById(prefix + "revocation");
    const problems = missing(node).map(({ field, text }) => ({ field, text: `${name} : indiquez ${text}.` }));
    const field = prefix + "revocation.on";
    if (day && value(field) && value(field) < day)
      problems.push({ field, text: `${name} : sa date précède ce qui est révoqué.` });
    return problems;
  }

  // Saving and reopening.

  function save() {
    if (!check()) return;
    const xml = `<?xml version="1.0" encoding="UTF-8"?>\n${write(built(), page.schema.type)}`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([xml], { type: "application/xml" }));
    link.download = page.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    forgetDraft();
    say(`${page.file} est enregistré dans vos téléchargements : ${page.next}`, false);
  }

  // All of a document is taken, or nothing; `page.taken` may turn one of another root into one of the page’s.
  function reopened(text, name) {
    const parsed = new DOMParser().parseFromString(text, "application/xml");
    const root = parsed.querySelector("parsererror") ? null : parse(parsed.documentElement);
    const tree = root && page.taken ? page.taken(root) : root;
    if (!tree || tree.name !== page.schema.root) return say(`« ${name} » n’est pas un ${page.file}.`, true);
    if (!isWhole(tree, page.schema.type, true))
      return say(`« ${name} » n’est pas un ${page.file} complet : rien n’en est repris.`, true);
    const found = { values: {}, unknown: [] };
    read(tree, page.form, found);
    const refusal = page.refusal ? page.refusal(tree, found.unknown) : "";
    if (refusal) return say(`${refusal} : rien n’en est repris.`, true);
    page.form.reset();
    fill({ ...found.values, ...(page.shared ? page.shared(tree) : {}) });
    keepDraft();
    const lost = [...new Set(found.unknown.map(each => each.key).filter(Boolean))].join(", ");
    const but = lost && !page.refusal ? `, sauf ce qui porte sur ${lost}, que cette page ne connaît pas` : "";
    return say(`Document rouvert${but} : continuez, puis enregistrez de nouveau.`, false);
  }

  function reopen({ target }) {
    const file = target.files[0];
    if (file) file.text().then(text => reopened(text, file.name)).finally(() => { target.value = ""; });
  }

  function reset() {
    forgetDraft();
    page.form.reset();
    changed();
    say("Brouillon effacé.", false);
  }

  // `own` is what the page adds: `next`, what to do with the file; and, where it has a use for them,
  // `problems()`, `finish(tree)` before writing, and when reopening `taken(tree)`, `refusal(tree, unknown)`,
  // why the document is not taken, and `shared(tree)`, the fields that no element holds.
  function start(own) {
    Object.assign(page, own);
    const { form } = page;
    const kept = stored((storage, key) => JSON.parse(storage.getItem(key)));
    if (kept) {
      fill(kept);
      say("Brouillon retrouvé dans ce navigateur.", false);
    } else changed();
    form.addEventListener("input", keepDraft);
    form.addEventListener("change", event => { if (event.target !== form) keepDraft(); });
    form.addEventListener("submit", event => {
      event.preventDefault();
      save();
    });
    document.getElementById("reopen").addEventListener("change", reopen);
    document.getElementById("forget").addEventListener("click", reset);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const data = JSON.parse(document.getElementById("data").textContent);
    page.form = document.querySelector("form");
    page.said = document.getElementById("said");
    page.schema = data.schema;
    page.file = data.schema.root + ".xml";
    const detail = {
      form: page.form, data, start, value, named, elements, ownOf, built, check, say, keepDraft, changed,
      isRevocationBegun, showRevocation, revocationProblems,
    };
    document.dispatchEvent(new CustomEvent("acquis-form", { detail }));
  });
})();
