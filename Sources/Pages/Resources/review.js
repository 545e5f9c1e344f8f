// The adviser’s review: each proposal confirmed, dismissed, or another capacity added.
start({
  fileName: "review.xml",
  root: "review",
  next: "placez-le dans le dossier du candidat, puis relancez « acquis run ».",
  problems() {
    const problems = [];
    if (!value("by").trim()) problems.push({ field: "by", text: "Écrivez votre nom." });
    if (!value("on")) problems.push({ field: "on", text: "Indiquez la date de la relecture." });
    return problems;
  },
  xml() {
    let xml = `<?xml version="1.0" encoding="UTF-8"?>\n<review xmlns="urn:acquis:1"${attribute("by", value("by"))}${attribute("on", value("on"))}>\n`;
    const situations = [...form.querySelectorAll("[data-situation]")];
    for (const node of situations)
      xml += `  <read situation="${node.dataset.situation}" sha256="${node.dataset.digest}"/>\n`;
    for (const node of situations) {
      for (const row of node.querySelectorAll("[data-capacity]")) {
        const name = node.dataset.situation + "." + row.dataset.capacity;
        const verdict = value(name);
        if (!verdict) continue;
        const attributes = attribute("situation", node.dataset.situation) + attribute("capacity", row.dataset.capacity) + attribute("verdict", verdict);
        xml += holding("  ", "item", attributes, "reason", value(name + ".reason"));
      }
    }
    return xml + "</review>\n";
  },
  read(root) {
    const values = { by: root.getAttribute("by") || "", on: root.getAttribute("on") || "" };
    for (const field of form.elements) if (field.type === "radio" && field.value === "") values[field.name] = "";
    for (const item of all(root, "item")) {
      const name = item.getAttribute("situation") + "." + item.getAttribute("capacity");
      values[name] = item.getAttribute("verdict");
      values[name + ".reason"] = text(item, "reason");
    }
    return values;
  },
});
