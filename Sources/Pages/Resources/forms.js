// What the pages to fill share: a draft kept in this browser, a check before saving, a document saved, one
// reopened. Nothing leaves the page: its security policy allows no connection.
//
// No script names anything outside itself, so their order does not matter. Once all are read, this one asks
// for the document (`acquis-document`), then tells the page’s own what it may call (`acquis-form`).
(function () {
  "use strict";

  const page = {};
  let doc;

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

  // `saved` says when it was last made into a file: it is kept all the same until the page shows that file.
  function keepDraft(saved = "") {
    if (page.isElsewhere) return;
    stored((storage, key) => storage.setItem(key, JSON.stringify({ fields: fields(), saved })));
  }

  function forgetDraft() { stored((storage, key) => storage.removeItem(key)); }

  // Another tab fills the same page: this one keeps nothing more, so that neither overwrites the other.
  function yieldTo({ key, newValue }) {
    if (key !== "acquis:" + page.form.dataset.draft || newValue === null || page.isElsewhere) return;
    page.isElsewhere = true;
    say("Cette page est remplie aussi dans un autre onglet : ce que vous tapez ici n’est plus gardé. "
      + "Fermez l’autre onglet, puis rechargez celui-ci.", true);
  }

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
      .filter(node => doc.scopeOf(node) === scope && !doc.value(node.name).trim());
    const texts = new Map(asked.map(node => [node.name, node.dataset.missing]));
    return [...texts].map(([field, text]) => ({ field, text }));
  }

  // The day it is here, as a field of dates spells it: Swedes write it so.
  const today = () => new Date().toLocaleDateString("sv-SE");

  // What a field may have wrong: more than the schema allows, or a date out of its range.
  function problemsOf(field) {
    const label = field.labels && field.labels[0];
    const name = label ? label.textContent.trim() : field.getAttribute("aria-label") || "";
    const texts = field.dataset.child ? doc.answers(field) : [field.value.trim()];
    const over = Math.max(0, ...texts.map(text => [...text].length)) - Number(field.dataset.most || Infinity);
    const { value: text, min, max } = field;
    const isOut = field.type === "date" && text && (text < min || text > max);
    const problems = over > 0 ? [`« ${name} » est trop long de ${over} caractères.`] : [];
    // What these pages record has been: a day to come is a slip.
    const isToCome = field.type === "date" && text > today();
    if (isToCome) problems.push(`« ${name} » : ce jour n’est pas encore venu.`);
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
    return ["on", "by", "reason"].some(part => doc.value(`${prefix}revocation.${part}`).trim());
  }

  function showRevocation(prefix, isRevoked) {
    document.getElementById(prefix + "revocation").hidden = !isRevoked && !isRevocationBegun(prefix);
  }

  // `day` is that of what is taken back, if it must come before.
  function revocationProblems(prefix, name, day) {
    const node = document.getElementById(prefix + "revocation");
    const problems = missing(node).map(({ field, text }) => ({ field, text: `${name} : indiquez ${text}.` }));
    const field = prefix + "revocation.on";
    if (day && doc.value(field) && doc.value(field) < day)
      problems.push({ field, text: `${name} : sa date précède ce qui est révoqué.` });
    return problems;
  }

  // Saving and reopening.

  function built() {
    const tree = doc.build(page.form);
    if (page.finish) page.finish(tree);
    return tree;
  }

  function written() { return doc.write(built(), page.schema.type); }

  // Whether what would be left out of the file is meant to be.
  function isAgreed() {
    const loss = page.loss ? page.loss() : "";
    return !loss || window.confirm(loss);
  }

  function save() {
    if (!check() || !isAgreed()) return;
    const xml = `<?xml version="1.0" encoding="UTF-8"?>\n${written()}`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([xml], { type: "application/xml" }));
    link.download = page.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    keepDraft(new Date().toLocaleString("fr-FR", { dateStyle: "long", timeStyle: "short" }));
    say(`${page.file} est enregistré dans vos téléchargements : ${page.next}`, false);
  }

  // All of a document is taken, or nothing; `page.taken` may turn one of another root into one of the page’s.
  // The one that comes with the page makes no draft.
  function reopened(text, name, isOwn = false) {
    const parsed = new DOMParser().parseFromString(text, "application/xml");
    const root = parsed.querySelector("parsererror") ? null : doc.parse(parsed.documentElement);
    const tree = root && page.taken ? page.taken(root) : root;
    if (!tree || tree.name !== page.schema.root) return say(`« ${name} » n’est pas un ${page.file}.`, true);
    if (Number(tree.attributes.version || 1) > Number(doc.ownOf(page.form).version))
      return say(`« ${name} » est d’une version plus récente que cette page : rien n’en est repris.`, true);
    if (!doc.isWhole(tree, page.schema.type, true))
      return say(`« ${name} » n’est pas un ${page.file} complet : rien n’en est repris.`, true);
    const found = { values: {}, unknown: [] };
    doc.read(tree, page.form, found);
    const refusal = page.refusal ? page.refusal(tree, found.unknown) : "";
    if (refusal) return say(`${refusal} : rien n’en est repris.`, true);
    page.form.reset();
    fill({ ...found.values, ...(page.shared ? page.shared(tree) : {}) });
    if (!isOwn) keepDraft();
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
    page.isElsewhere = false;
    page.form.reset();
    changed();
    if (page.data.kept) reopened(page.data.kept, page.file, true);
    say("Brouillon effacé.", false);
  }

  // The page opens with the document that the dossier already has, and with what was typed since.
  function open() {
    const kept = stored((storage, key) => JSON.parse(storage.getItem(key)));
    const own = page.data.kept || "";
    if (own) reopened(own, page.file, true);
    else changed();
    const shown = own && written();
    if (kept && kept.fields) fill(kept.fields);
    if (!kept || !kept.fields || own && written() === shown) {
      forgetDraft();
      if (own) say(`Page ouverte avec le ${page.file} du dossier.`, false);
      return;
    }
    const told = ["Brouillon retrouvé dans ce navigateur."];
    if (own) told.push(`Il diffère du ${page.file} du dossier : « Effacer le brouillon » montre celui-ci.`);
    else if (kept.saved)
      told.push(`Il a déjà été enregistré, le ${kept.saved} : une fois le fichier rangé, effacez-le.`);
    say(told.join(" "), false);
  }

  // `own` is what the page adds: `next`, what to do with the file; and, where it has a use for them,
  // `problems()`; `loss()`, what to ask before something is left out; `finish(tree)` before writing; and when
  // reopening `taken(tree)`, `refusal(tree, unknown)`, why the document is not taken, and `shared(tree)`, the
  // fields that no element holds.
  function start(own) {
    Object.assign(page, own);
    const { form } = page;
    open();
    window.addEventListener("storage", yieldTo);
    form.addEventListener("input", () => keepDraft());
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
    page.data = data;
    page.schema = data.schema;
    page.file = data.schema.root + ".xml";
    document.dispatchEvent(new CustomEvent("acquis-document", { detail: page }));
    doc = page.document;
    const detail = {
      ...doc, form: page.form, data, start, built, check, isAgreed, say, keepDraft, changed,
      isRevocationBegun, showRevocation, revocationProblems,
    };
    document.dispatchEvent(new CustomEvent("acquis-form", { detail }));
  });
})();
