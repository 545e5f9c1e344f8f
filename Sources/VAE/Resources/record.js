// The panel’s record: who sat, when, one outcome and reason a capacity; the interviews before it are kept.
const members = [...form.querySelectorAll("[data-member]")].map(node => node.dataset.member);
const capacities = [...form.querySelectorAll("[data-capacity]")].map(node => node.dataset.capacity);
const statuses = Object.fromEntries([...form.querySelectorAll("[name=status]")].map(field => [field.value, field.parentNode.textContent.trim()]));
const isHeld = () => value("status") === "held";

// The interviews before this one, oldest first.
function earlier() {
  try { return JSON.parse(value("earlier") || "[]"); } catch { return []; }
}

// This interview, as it would be kept once there is another.
function current() {
  return {
    on: value("on"), status: value("status"), present: members.filter(member => value("present." + member)), assessments: assessments(),
    notes: value("notes").split(/\n\s*\n/).filter(note => note.trim()), revocation: value("status") === "revoked" ? revocation.kept("") : null,
  };
}

function assessments() {
  return capacities.filter(code => value("outcome." + code)).map(code => ({
    capacity: code, outcome: value("outcome." + code), reason: value("reason." + code),
    evidence: [...form.querySelectorAll(`[data-evidence="${code}"] input`)].filter(box => box.checked).map(box => box.dataset.ref),
  }));
}

form.addEventListener("change", () => {
  revocation.show("", value("status") === "revoked");
  document.getElementById("earlier-list").replaceChildren(...earlier().map(each => {
    const item = document.createElement("li");
    item.textContent = `${each.on.split("-").reverse().join("/")} — ${statuses[each.status] || each.status}` + (each.revocation ? ` : ${each.revocation.reason}` : "");
    return item;
  }));
});

document.getElementById("another").addEventListener("click", () => {
  if (!check(problems())) return;
  form.elements.earlier.value = JSON.stringify([...earlier(), current()]);
  for (const field of form.elements) {
    if (/^(on|start|end|notes|reason\..*|revocation\..*)$/.test(field.name)) field.value = "";
    if (/^(status|outcome\..*|evidence\..*)$/.test(field.name)) field.checked = false;
  }
  form.dispatchEvent(new Event("change"));
  keepDraft();
  say("L’entretien est gardé : saisissez le nouveau, puis enregistrez.", false);
  form.elements.on.focus();
});

function problems() {
  const problems = [];
  const add = (field, text) => problems.push({ field, text });
  if (!value("on")) add("on", "Indiquez la date de l’entretien.");
  if (!value("status")) add("status", "Dites si l’entretien s’est tenu.");
  if (value("start") && value("end") && value("start") >= value("end")) add("end", "La fin doit suivre le début.");
  if (value("status") === "revoked") problems.push(...revocation.problems("", "Annulation"));
  for (const member of members)
    if (value("present." + member) && value("recused." + member).trim())
      add("recused." + member, "Un membre ne peut pas être à la fois présent et récusé.");
  if (isHeld()) {
    if (!members.some(member => value("present." + member))) add("present." + members[0], "Cochez les membres présents.");
    for (const code of capacities) {
      const outcome = value("outcome." + code);
      if (!outcome) add("outcome." + code, `${code} : choisissez un résultat.`);
      if (outcome === "not-acquired" && !value("reason." + code).trim())
        add("reason." + code, `${code} : « non acquis » demande un motif.`);
    }
  }
  return problems;
}

function presentXML(present, indent) {
  return present.map(member => `${indent}<present member="${escaped(member)}"/>\n`).join("");
}

function assessmentsXML(assessments, indent) {
  let xml = "";
  for (const each of assessments) {
    xml += `${indent}<assessment capacity="${escaped(each.capacity)}" outcome="${escaped(each.outcome)}">\n`;
    if (each.reason.trim()) xml += `${indent}  <reason>${line(each.reason)}</reason>\n`;
    for (const ref of each.evidence) xml += `${indent}  <evidence ref="${escaped(ref)}"/>\n`;
    xml += `${indent}</assessment>\n`;
  }
  return xml;
}

function notesXML(notes, indent) {
  return notes.map(note => `${indent}<note>${escaped(note.trim())}</note>\n`).join("");
}

function readAssessments(parent) {
  return all(parent, "assessment").map(node => ({
    capacity: node.getAttribute("capacity"), outcome: node.getAttribute("outcome"), reason: text(node, "reason"),
    evidence: all(node, "evidence").map(each => each.getAttribute("ref")),
  }));
}

const readPresent = parent => all(parent, "present").map(node => node.getAttribute("member"));
const readNotes = parent => all(parent, "note").map(node => node.textContent);

start({
  fileName: "record.xml",
  root: "record",
  next: "placez-le dans le dossier du candidat, puis relancez « acquis run ».",
  problems,
  refusal(root) {
    const number = root.getAttribute("number");
    if (number && number !== form.dataset.number) return `Ce procès-verbal est celui de la demande ${number} : rien n’en est repris.`;
    const unknown = [
      ...[...all(root, "present"), ...all(root, "recusal")].map(node => node.getAttribute("member")).filter(member => !members.includes(member)),
      ...all(root, "assessment").map(node => node.getAttribute("capacity")).filter(code => !capacities.includes(code)),
      ...all(root, "assessment").flatMap(node => all(node, "evidence").map(each => each.getAttribute("ref")))
        .filter(ref => !form.querySelector(`[data-ref="${CSS.escape(ref)}"]`)),
    ];
    return unknown.length ? `Ce procès-verbal nomme ce que cette page ne connaît pas (${[...new Set(unknown)].join(", ")}) : rien n’en est repris.` : "";
  },
  xml() {
    let xml = `<?xml version="1.0" encoding="UTF-8"?>\n<record xmlns="urn:acquis:1"${attribute("number", form.dataset.number)}${attribute("on", value("on"))}${attribute("start", value("start"))}${attribute("end", value("end"))}${attribute("status", value("status"))}>\n`;
    const now = current();
    xml += presentXML(now.present, "  ");
    for (const member of members) {
      const reason = value("recused." + member);
      if (reason.trim()) xml += `  <recusal member="${member}">\n    <reason>${line(reason)}</reason>\n  </recusal>\n`;
    }
    for (const adjustment of value("adjustments").split("\n"))
      if (adjustment.trim()) xml += `  <adjustment>${line(adjustment)}</adjustment>\n`;
    if (value("companyOpinion").trim()) xml += `  <companyOpinion>${escaped(value("companyOpinion").trim())}</companyOpinion>\n`;
    xml += assessmentsXML(now.assessments, "  ") + notesXML(now.notes, "  ") + revocation.xml(now.revocation, "  ");
    for (const each of earlier()) {
      xml += `  <earlier${attribute("on", each.on)}${attribute("status", each.status)}>\n`;
      xml += presentXML(each.present, "    ") + assessmentsXML(each.assessments, "    ") + notesXML(each.notes, "    ");
      xml += revocation.xml(each.revocation, "    ") + "  </earlier>\n";
    }
    return xml + "</record>\n";
  },
  read(root) {
    const values = { companyOpinion: text(root, "companyOpinion"), ...revocation.values("", revocation.read(root)) };
    for (const name of ["on", "start", "end", "status"]) values[name] = root.getAttribute(name) || "";
    for (const member of readPresent(root)) values["present." + member] = "true";
    for (const recusal of all(root, "recusal")) values["recused." + recusal.getAttribute("member")] = text(recusal, "reason");
    values.adjustments = all(root, "adjustment").map(node => node.textContent).join("\n");
    values.notes = readNotes(root).join("\n\n");
    for (const each of readAssessments(root)) {
      values["outcome." + each.capacity] = each.outcome;
      values["reason." + each.capacity] = each.reason;
      for (const ref of each.evidence) values[`evidence.${each.capacity}.${ref}`] = "true";
    }
    values.earlier = JSON.stringify(all(root, "earlier").map(node => ({
      on: node.getAttribute("on") || "", status: node.getAttribute("status") || "", present: readPresent(node),
      assessments: readAssessments(node), notes: readNotes(node), revocation: revocation.read(node),
    })));
    return values;
  },
});
