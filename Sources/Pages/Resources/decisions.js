// The jury’s session: who sat, then for each candidate the three acts, the vote and one ruling a capacity.
const rows = [...form.querySelectorAll("[data-member]")];
const members = rows.map(node => node.dataset.member);
const voters = rows.filter(node => node.dataset.voting === "true").map(node => node.dataset.member);
const candidates = [...form.querySelectorAll("[data-candidate]")];
const codes = node => [...node.querySelectorAll("[data-capacity]")].map(row => row.dataset.capacity);
const isSkipped = node => value(node.dataset.candidate + ".skip") === "true";
const state = node => value(node.dataset.candidate + ".state");
const isRuled = node => !state(node) || state(node) === "revoked" && wasRuling(node);
const recusal = (node, member) => value(`${node.dataset.candidate}.recused.${member}`).trim();
const seated = node => members.filter(member => value("present." + member) && !recusal(node, member));

// The result that a revocation takes back: what the file reopened said.
const previous = node => value(node.dataset.candidate + ".previous");
const wasRuling = node => ["full", "partial", "none"].includes(previous(node));

// What the rulings lead to, with what is kept from earlier sessions (capacity → bloc → certification).
function ruled(node) {
  const outcomes = codes(node).map(code => value(`${node.dataset.candidate}.${code}`));
  if (!outcomes.some(outcome => outcome)) return "";
  const acquired = outcomes.filter(outcome => outcome === "acquired").length + Number(node.dataset.held);
  return acquired === 0 ? "none" : acquired === Number(node.dataset.total) ? "full" : "partial";
}

// The jury may only adjourn, note an absence, or take a decision back.
const result = node => state(node) || ruled(node);

const labels = { "": "—", full: "certification acquise", partial: "validation partielle", none: "aucune validation", adjourned: "délibération ajournée", absent: "candidat absent", excused: "candidat excusé", revoked: "décision révoquée" };
form.addEventListener("change", () => {
  for (const node of candidates) {
    node.querySelector(".result").textContent = labels[result(node)];
    node.querySelector(".acts").hidden = isSkipped(node);
    revocation.show(node.dataset.candidate + ".", result(node) === "revoked");
    node.querySelector(".ruled").disabled = state(node) === "revoked";
  }
});

function votes(node) {
  return Object.fromEntries(["for", "against", "abstain"].map(name => [name, Number(value(`${node.dataset.candidate}.${name}`) || 0)]));
}

function voteProblem(node) {
  const vote = votes(node), casting = value(node.dataset.candidate + ".casting");
  const voices = seated(node).filter(member => voters.includes(member)).length;
  if (!Object.values(vote).every(count => Number.isInteger(count) && count >= 0)) return "le vote se note en voix entières.";
  const cast = vote.for + vote.against + vote.abstain;
  if (voices === 0) return "aucune voix n’est présente.";
  if (cast === 0) return "notez le vote.";
  if (cast !== voices) return `${cast} voix sont notées pour ${voices} présentes.`;
  if (vote.for < vote.against || vote.for === 0) return "la décision n’a pas la majorité : notez celle que le jury a prise.";
  if (vote.for === vote.against && !casting) return "en cas de partage, notez la voix du président.";
  return vote.for !== vote.against && casting ? "la voix prépondérante ne joue qu’en cas de partage." : "";
}

function candidateProblems(node) {
  const id = node.dataset.candidate, name = node.dataset.name, problems = [];
  const add = (field, text) => problems.push({ field: `${id}.${field}`, text: `${name} : ${text}` });
  if (state(node) === "revoked" && !previous(node)) {
    add("state", "rouvrez d’abord la décision à révoquer (decision.xml, dans son dossier).");
    return problems;
  }
  if (state(node) === "revoked") return revocation.problems(id + ".", `${name}, révocation`, value("on"));
  if (revocation.isBegun(id + ".")) {
    problems.push(...revocation.problems(id + ".", `${name}, révocation`));
    if (value(id + ".revocation.on") > value("on")) add("revocation.on", "la décision précédente est révoquée avant celle-ci.");
    if (!previous(node)) add("revocation.on", "rouvrez d’abord la décision révoquée.");
  }
  if (!isRuled(node)) return problems;
  for (const code of codes(node)) {
    const outcome = value(`${id}.${code}`);
    if (!outcome) add(code, `${code} attend un résultat.`);
    if (outcome === "not-acquired" && !value(`${id}.${code}.reason`).trim()) add(code + ".reason", `${code}, « non acquis » demande un motif.`);
  }
  if (!value(id + ".conformity")) add("conformity", "la conformité de l’évaluation est à constater.");
  if (value(id + ".conformity") === "false" && !value(id + ".remark").trim()) add("remark", "dites ce qui n’est pas conforme.");
  if (!value(id + ".examined")) add("examined", "le récapitulatif est à examiner avant de décider.");
  const problem = voteProblem(node);
  if (problem) add(problem.includes("président") ? "casting" : "for", problem);
  return problems;
}

function caseXML(node) {
  const id = node.dataset.candidate, isRuledOn = isRuled(node), vote = isRuledOn ? votes(node) : { for: 0, against: 0, abstain: 0 };
  let xml = `  <case number="${escaped(node.dataset.number)}">\n    <decision number="${escaped(node.dataset.number)}" on="${escaped(value("on"))}" summaryExamined="${value(id + ".examined") ? "true" : "false"}" result="${result(node)}">\n`;
  for (const member of seated(node)) xml += `      <present member="${member}"/>\n`;
  for (const member of members)
    if (recusal(node, member)) xml += holding("      ", "recusal", attribute("member", member), "reason", recusal(node, member));
  xml += holding("      ", "conformity", ` compliant="${value(id + ".conformity") !== "false"}"`, "remark", value(id + ".remark"));
  const settled = value(id + ".settled");
  if (settled.trim()) xml += `      <settled>${line(settled)}</settled>\n`;
  xml += `      <vote for="${vote.for}" against="${vote.against}" abstain="${vote.abstain}" castingVote="${isRuledOn && value(id + ".casting") ? "true" : "false"}"/>\n`;
  for (const code of isRuledOn ? codes(node) : [])
    xml += holding("      ", "capacity", attribute("code", code) + attribute("outcome", value(`${id}.${code}`)), "reason", value(`${id}.${code}.reason`));
  return xml + revocation.xml(revocation.kept(id + "."), "      ", previous(node)) + "    </decision>\n  </case>\n";
}

function readCase(node, decision) {
  const id = node.dataset.candidate, values = { [id + ".skip"]: "" };
  const taken = all(decision, "revocation")[0], conformity = all(decision, "conformity")[0], vote = all(decision, "vote")[0];
  values[id + ".examined"] = decision.getAttribute("summaryExamined");
  values[id + ".state"] = ["adjourned", "absent", "excused", "revoked"].find(state => state === decision.getAttribute("result")) || "";
  values[id + ".previous"] = taken ? taken.getAttribute("previous") : decision.getAttribute("result");
  values[id + ".settled"] = text(decision, "settled");
  Object.assign(values, revocation.values(id + ".", revocation.read(decision)));
  for (const each of all(decision, "recusal")) values[`${id}.recused.${each.getAttribute("member")}`] = text(each, "reason");
  values[id + ".conformity"] = conformity.getAttribute("compliant");
  values[id + ".remark"] = text(conformity, "remark");
  for (const name of ["for", "against", "abstain"]) values[`${id}.${name}`] = vote.getAttribute(name);
  values[id + ".casting"] = vote.getAttribute("castingVote");
  for (const ruling of all(decision, "capacity")) {
    values[`${id}.${ruling.getAttribute("code")}`] = ruling.getAttribute("outcome");
    values[`${id}.${ruling.getAttribute("code")}.reason`] = text(ruling, "reason");
  }
  return values;
}

// The cases of a saved sitting, or the one decision of a dossier.
const cases = root => root.localName === "decision"
  ? [{ number: root.getAttribute("number"), decision: root }]
  : all(root, "case").map(each => ({ number: each.getAttribute("number"), decision: all(each, "decision")[0] }));
const named = (decision, name) => all(decision, name).map(node => node.getAttribute("member"));

// Who was there: all that any case names, those set aside from one case but not from another included.
const attendance = own => [...new Set(own.flatMap(each => named(each.decision, "present")))];

start({
  fileName: "decisions.xml",
  root: ["decisions", "decision"],
  next: "lancez « acquis import-decisions decisions.xml -o » suivi du dossier de la session, puis « acquis run ».",
  problems() {
    const problems = [];
    const decided = candidates.filter(node => !isSkipped(node));
    if (!value("on")) problems.push({ field: "on", text: "Indiquez la date de la délibération." });
    if (!members.some(member => value("present." + member))) problems.push({ field: "present." + members[0], text: "Cochez les membres présents." });
    if (!decided.length) problems.push({ field: candidates[0].dataset.candidate + ".skip", text: "Aucun candidat n’est à cette séance." });
    return [...problems, ...decided.flatMap(candidateProblems)];
  },
  xml: () => `<?xml version="1.0" encoding="UTF-8"?>\n<decisions xmlns="urn:acquis:1" session="${escaped(form.dataset.session)}">\n`
    + candidates.filter(node => !isSkipped(node)).map(caseXML).join("") + "</decisions>\n",
  refusal(root) {
    const own = cases(root), nothing = " : rien n’en est repris.", there = attendance(own);
    if (root.localName === "decisions" && root.getAttribute("session") !== form.dataset.session)
      return `Ces décisions sont celles de la session ${root.getAttribute("session")}${nothing}`;
    const unknown = own.filter(each => !candidates.some(node => node.dataset.number === each.number)).map(each => each.number || "sans numéro");
    if (unknown.length) return `Ces demandes ne sont pas sur cette page : ${unknown.join(", ")}${nothing}`;
    const strange = own.flatMap(each => [...named(each.decision, "present"), ...named(each.decision, "recusal")]).filter(member => !members.includes(member));
    if (strange.length) return `Ces membres ne sont pas du jury de la session : ${[...new Set(strange)].join(", ")}${nothing}`;
    const isOne = own.every(each => {
      const away = named(each.decision, "recusal");
      return each.decision.getAttribute("on") === own[0].decision.getAttribute("on")
        && there.every(member => named(each.decision, "present").includes(member) !== away.includes(member));
    });
    return isOne ? "" : `Ces décisions n’ont pas toutes le même jour et les mêmes présents : cette page ne tient qu’une séance${nothing}`;
  },
  read(root) {
    const values = {};
    for (const node of candidates) values[node.dataset.candidate + ".skip"] = "true";
    for (const member of attendance(cases(root))) values["present." + member] = "true";
    for (const each of cases(root)) {
      const node = candidates.find(candidate => candidate.dataset.number === each.number);
      values.on = each.decision.getAttribute("on") || "";
      Object.assign(values, readCase(node, each.decision));
    }
    return values;
  },
});
