// The panel’s record: who sat, when, one outcome and reason a capacity; the interviews before it are kept.
const members = [...form.querySelectorAll("[data-member]")].map(node => node.dataset.member);
const capacities = [...form.querySelectorAll("[data-capacity]")].map(node => node.dataset.capacity);
const statuses = Object.fromEntries([...form.querySelectorAll("[name=status]")].map(field => [field.value, field.parentNode.textContent.trim()]));
const isHeld = () => value("status") === "held";

// The interviews before this one, oldest first.
function earlier() {
  try { return JSON.parse(value("earlier") || "[]"); } catch { return []; }
}

// This interview, as it is saved, or kept once there is another. Nobody was heard when the candidate did not come.
function current() {
  const isAway = ["absent", "excused"].includes(value("status"));
  return {
    on: value("on"), start: value("start"), end: value("end"), status: value("status"),
    present: isAway ? [] : members.filter(member => value("present." + member)),
    recusals: members.filter(member => value("recused." + member).trim()).map(member => ({ member, reason: value("recused." + member) })),
    adjustments: value("adjustments").split("\n").filter(each => each.trim()), companyOpinion: value("companyOpinion").trim(),
    assessments: isAway ? [] : assessments(), notes: value("notes").split(/\n\s*\n/).filter(note => note.trim()),
    revocation: value("status") === "revoked" ? revocation.kept("") : null,
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

function keep(interviews) {
  form.elements.earlier.value = JSON.stringify(interviews);
  form.dispatchEvent(new Event("change"));
  keepDraft();
}

document.getElementById("another").addEventListener("click", () => {
  if (!check(problems())) return;
  const kept = [...earlier(), current()];
  form.reset();
  keep(kept);
  say("L’entretien est gardé : saisissez le nouveau, puis enregistrez.", false);
  form.elements.on.focus();
});

document.getElementById("less").addEventListener("click", () => {
  if (!earlier().length) return say("Aucun entretien n’est gardé.", true);
  keep(earlier().slice(0, -1));
  say("Le dernier entretien gardé est ôté de cette page.", false);
});

function problems() {
  const problems = [];
  const add = (field, text) => problems.push({ field, text });
  if (!value("on")) add("on", "Indiquez la date de l’entretien.");
  if (earlier().some(each => each.on > value("on"))) add("on", "L’entretien ne peut pas précéder celui qui est gardé.");
  if (!value("status")) add("status", "Dites si l’entretien s’est tenu.");
  if (value("start") && value("end") && value("start") >= value("end")) add("end", "La fin doit suivre le début.");
  if (value("status") === "revoked") problems.push(...revocation.problems("", "Annulation", value("on")));
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

const heading = each => attribute("on", each.on) + attribute("start", each.start) + attribute("end", each.end) + attribute("status", each.status);

function body(each, indent) {
  let xml = each.present.map(member => `${indent}<present member="${escaped(member)}"/>\n`).join("");
  for (const recusal of each.recusals) xml += holding(indent, "recusal", attribute("member", recusal.member), "reason", recusal.reason);
  for (const adjustment of each.adjustments) xml += `${indent}<adjustment>${line(adjustment)}</adjustment>\n`;
  if (each.companyOpinion) xml += `${indent}<companyOpinion>${escaped(each.companyOpinion)}</companyOpinion>\n`;
  for (const assessment of each.assessments) {
    xml += `${indent}<assessment capacity="${escaped(assessment.capacity)}" outcome="${escaped(assessment.outcome)}">\n`;
    if (assessment.reason.trim()) xml += `${indent}  <reason>${line(assessment.reason)}</reason>\n`;
    for (const ref of assessment.evidence) xml += `${indent}  <evidence ref="${escaped(ref)}"/>\n`;
    xml += `${indent}</assessment>\n`;
  }
  for (const note of each.notes) xml += `${indent}<note>${escaped(note.trim())}</note>\n`;
  return xml + revocation.xml(each.revocation, indent);
}

// One interview of a saved record, as `current` gives it.
function readInterview(node) {
  return {
    ...Object.fromEntries(["on", "start", "end", "status"].map(name => [name, node.getAttribute(name) || ""])),
    present: all(node, "present").map(each => each.getAttribute("member")),
    recusals: all(node, "recusal").map(each => ({ member: each.getAttribute("member"), reason: text(each, "reason") })),
    adjustments: all(node, "adjustment").map(each => each.textContent), companyOpinion: text(node, "companyOpinion"),
    assessments: all(node, "assessment").map(each => ({
      capacity: each.getAttribute("capacity"), outcome: each.getAttribute("outcome"), reason: text(each, "reason"),
      evidence: all(each, "evidence").map(ref => ref.getAttribute("ref")),
    })),
    notes: all(node, "note").map(each => each.textContent), revocation: revocation.read(node),
  };
}

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
    return `<?xml version="1.0" encoding="UTF-8"?>\n<record xmlns="urn:acquis:1"${attribute("number", form.dataset.number)}${heading(current())}>\n`
      + body(current(), "  ") + earlier().map(each => `  <earlier${heading(each)}>\n${body(each, "    ")}  </earlier>\n`).join("") + "</record>\n";
  },
  read(root) {
    const now = readInterview(root);
    const values = { ...revocation.values("", now.revocation), companyOpinion: now.companyOpinion };
    for (const name of ["on", "start", "end", "status"]) values[name] = now[name];
    for (const member of now.present) values["present." + member] = "true";
    for (const recusal of now.recusals) values["recused." + recusal.member] = recusal.reason;
    values.adjustments = now.adjustments.join("\n");
    values.notes = now.notes.join("\n\n");
    for (const each of now.assessments) {
      values["outcome." + each.capacity] = each.outcome;
      values["reason." + each.capacity] = each.reason;
      for (const ref of each.evidence) values[`evidence.${each.capacity}.${ref}`] = "true";
    }
    values.earlier = JSON.stringify(all(root, "earlier").map(readInterview));
    return values;
  },
});
