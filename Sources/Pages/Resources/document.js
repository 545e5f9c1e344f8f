// How a page to fill holds a document. A field says where it goes: `data-attribute` or `data-child` of the
// nearest `data-element`; `data-own` tells an element from its likes; `data-kept` keeps elements as they are.
// The structure of the document, read from its schema, says the rest: order, what is required, what repeats.
(function () {
  "use strict";

  let page;
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

  function isSame(element, node) {
    // A name has more than one spelling: what tells an element from its likes is its number.
    return Object.entries(ownOf(node)).filter(([name]) => name !== "candidate")
      .every(([name, text]) => [undefined, text].includes(element.attributes[name]));
  }

  // What a field is to hold, from an element of the tree, or from none.
  function held(element, node) {
    const { attribute, child, kept } = node.dataset;
    if (!element) return node.type === "number" ? "0" : "";
    if (kept) return JSON.stringify(named(element, kept));
    const part = partOf(node);
    if (child) {
      const texts = named(element, child).map(each => spelled(each.text, part));
      return texts.join(part.line ? "\n" : "\n\n");
    }
    const text = element.attributes[attribute] || "";
    return part.type === "xs:boolean" ? { 1: "true", 0: "false" }[text] || text : text;
  }

  // Finds what every field under an element of the page is to hold, and what the page has no place for: an
  // element that stands twice has one.
  function read(element, scope, found) {
    const taken = new Set();
    for (const node of bound(scope)) {
      const { child, kept, element: name } = node.dataset;
      const own = element ? named(element, name || child || kept) : [];
      const matching = name ? own.filter(each => isSame(each, node)) : own;
      // What holds no field is not to be read, whether it is still the same or not.
      const isEmpty = name && node.type !== "checkbox" && !bound(node).length;
      for (const each of isEmpty || !name ? own : matching.slice(0, 1)) taken.add(each);
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

  // The form and the schema come with the event; what this script can do goes back with it.
  document.addEventListener("acquis-document", ({ detail }) => {
    page = detail;
    page.document = { answers, build, elements, isWhole, named, ownOf, parse, read, scopeOf, value, write };
  });
})();
