// The jury’s session: who sat, then for each candidate the three acts, the vote and one ruling a capacity.
const members = [...form.querySelectorAll("[data-member]")].map(node => node.dataset.member);
const candidates = [...form.querySelectorAll("[data-candidate]")];
const codes = node => [...node.querySelectorAll("[data-capacity]")].map(row => row.dataset.capacity);

// The result follows from the rulings (capacity → bloc → certification); the jury may only adjourn.
function result(node) {
  const id = node.dataset.candidate;
  if (value(id + ".state")) return value(id + ".state");
  const acquired = codes(node).filter(code => value(`${id}.${code}`) === "acquired").length;
  const total = Number(node.dataset.total);
  return acquired === 0 ? "none" : acquired === total ? "full" : "partial";
}

const labels = { full: "certification acquise", partial: "validation partielle", none: "aucune validation", adjourned: "délibération ajournée", absent: "candidat absent", excused: "candidat excusé" };
form.addEventListener("change", () => {
  for (const node of candidates) node.querySelector(".result").textContent = labels[result(node)];
});

start({
  fileName: "decisions.xml",
  root: "decisions",
  problems() {
    const problems = [];
    const add = (field, text) => problems.push({ field, text });
    if (!value("on")) add("on", "Indiquez la date de la délibération.");
    if (!members.some(member => value("present." + member))) add("present." + members[0], "Cochez les membres présents.");
    for (const node of candidates) {
      const id = node.dataset.candidate, name = node.dataset.name;
      if (value(id + ".skip")) continue;
      if (value(id + ".state")) continue;
      if (!value(id + ".conformity")) add(id + ".conformity", `${name} : la conformité de l’évaluation est à constater.`);
      if (value(id + ".conformity") === "false" && !value(id + ".remark").trim()) add(id + ".remark", `${name} : dites ce qui n’est pas conforme.`);
      if (!value(id + ".examined")) add(id + ".examined", `${name} : le récapitulatif est à examiner avant de décider.`);
      for (const code of codes(node)) {
        const outcome = value(`${id}.${code}`);
        if (!outcome) add(`${id}.${code}`, `${name}, ${code} : choisissez un résultat.`);
        if (outcome === "not-acquired" && !value(`${id}.${code}.reason`).trim()) add(`${id}.${code}.reason`, `${name}, ${code} : « non acquis » demande un motif.`);
      }
      const [votesFor, against] = [Number(value(id + ".for")), Number(value(id + ".against"))];
      if (votesFor + against + Number(value(id + ".abstain")) === 0) add(id + ".for", `${name} : notez le vote.`);
      else if (votesFor === against && !value(id + ".casting")) add(id + ".casting", `${name} : en cas de partage, notez la voix du président.`);
    }
    return problems;
  },
  xml() {
    let xml = `<?xml version="1.0" encoding="UTF-8"?>\n<decisions xmlns="urn:acquis:1" session="${escaped(form.dataset.session)}">\n`;
    for (const node of candidates) {
      const id = node.dataset.candidate;
      if (value(id + ".skip")) continue;
      const number = name => String(Math.max(0, Math.round(Number(value(`${id}.${name}`)) || 0)));
      xml += `  <case number="${escaped(node.dataset.number)}">\n    <decision on="${escaped(value("on"))}" summaryExamined="${value(id + ".examined") ? "true" : "false"}" result="${result(node)}">\n`;
      for (const member of members) if (value("present." + member) && !value(`${id}.recused.${member}`).trim()) xml += `      <present member="${member}"/>\n`;
      for (const member of members) {
        const reason = value(`${id}.recused.${member}`);
        if (reason.trim()) xml += `      <recusal member="${member}">\n        <reason>${line(reason)}</reason>\n      </recusal>\n`;
      }
      const remark = value(id + ".remark");
      xml += `      <conformity compliant="${value(id + ".conformity") === "true"}"` + (remark.trim() ? `>\n        <remark>${line(remark)}</remark>\n      </conformity>\n` : "/>\n");
      xml += `      <vote for="${number("for")}" against="${number("against")}" abstain="${number("abstain")}" castingVote="${value(id + ".casting") ? "true" : "false"}"/>\n`;
      for (const code of codes(node)) {
        const outcome = value(`${id}.${code}`) || "not-assessed", reason = value(`${id}.${code}.reason`);
        xml += `      <capacity code="${code}" outcome="${outcome}"` + (reason.trim() ? `>\n        <reason>${line(reason)}</reason>\n      </capacity>\n` : "/>\n");
      }
      xml += "    </decision>\n  </case>\n";
    }
    return xml + "</decisions>\n";
  },
  read(root) {
    const values = {};
    for (const field of form.elements) if (field.type === "checkbox") values[field.name] = "";
    for (const each of all(root, "case")) {
      const node = candidates.find(candidate => candidate.dataset.number === each.getAttribute("number"));
      const decision = all(each, "decision")[0];
      if (!node || !decision) continue;
      const id = node.dataset.candidate;
      values.on = decision.getAttribute("on") || "";
      values[id + ".examined"] = decision.getAttribute("summaryExamined");
      values[id + ".state"] = ["adjourned", "absent", "excused"].find(state => state === decision.getAttribute("result")) || "";
      for (const present of all(decision, "present")) values["present." + present.getAttribute("member")] = "true";
      for (const recusal of all(decision, "recusal")) values[`${id}.recused.${recusal.getAttribute("member")}`] = text(recusal, "reason");
      const conformity = all(decision, "conformity")[0], vote = all(decision, "vote")[0];
      values[id + ".conformity"] = conformity.getAttribute("compliant");
      values[id + ".remark"] = text(conformity, "remark");
      for (const name of ["for", "against", "abstain"]) values[`${id}.${name}`] = vote.getAttribute(name);
      values[id + ".casting"] = vote.getAttribute("castingVote");
      for (const ruling of all(decision, "capacity")) {
        values[`${id}.${ruling.getAttribute("code")}`] = ruling.getAttribute("outcome");
        values[`${id}.${ruling.getAttribute("code")}.reason`] = text(ruling, "reason");
      }
    }
    return values;
  },
});
