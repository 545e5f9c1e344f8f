// The panel’s record: who sat, when, one outcome and reason a capacity.
const members = [...form.querySelectorAll("[data-member]")].map(node => node.dataset.member);
const capacities = [...form.querySelectorAll("[data-capacity]")].map(node => node.dataset.capacity);
const isHeld = () => value("status") === "held";

start({
  fileName: "record.xml",
  root: "record",
  problems() {
    const problems = [];
    const add = (field, text) => problems.push({ field, text });
    if (!value("on")) add("on", "Indiquez la date de l’entretien.");
    if (!value("status")) add("status", "Dites si l’entretien s’est tenu.");
    if (value("start") && value("end") && value("start") >= value("end")) add("end", "La fin doit suivre le début.");
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
  },
  xml() {
    let xml = `<?xml version="1.0" encoding="UTF-8"?>\n<record xmlns="urn:acquis:1"${attribute("on", value("on"))}${attribute("start", value("start"))}${attribute("end", value("end"))}${attribute("status", value("status"))}>\n`;
    for (const member of members) if (value("present." + member)) xml += `  <present member="${member}"/>\n`;
    for (const member of members) {
      const reason = value("recused." + member);
      if (reason.trim()) xml += `  <recusal member="${member}">\n    <reason>${line(reason)}</reason>\n  </recusal>\n`;
    }
    for (const adjustment of value("adjustments").split("\n"))
      if (adjustment.trim()) xml += `  <adjustment>${line(adjustment)}</adjustment>\n`;
    if (value("companyOpinion").trim()) xml += `  <companyOpinion>${escaped(value("companyOpinion").trim())}</companyOpinion>\n`;
    for (const code of capacities) {
      const outcome = value("outcome." + code);
      if (!outcome) continue;
      xml += `  <assessment capacity="${code}" outcome="${outcome}">\n`;
      const reason = value("reason." + code);
      if (reason.trim()) xml += `    <reason>${line(reason)}</reason>\n`;
      for (const box of form.querySelectorAll(`[data-evidence="${code}"] input`))
        if (box.checked) xml += `    <evidence ref="${box.dataset.ref}"/>\n`;
      xml += "  </assessment>\n";
    }
    for (const note of value("notes").split(/\n\s*\n/))
      if (note.trim()) xml += `  <note>${escaped(note.trim())}</note>\n`;
    return xml + "</record>\n";
  },
  read(root) {
    const values = { companyOpinion: text(root, "companyOpinion") };
    for (const field of form.elements) if (field.type === "checkbox") values[field.name] = "";
    for (const name of ["on", "start", "end", "status"]) values[name] = root.getAttribute(name) || "";
    for (const present of all(root, "present")) values["present." + present.getAttribute("member")] = "true";
    for (const recusal of all(root, "recusal")) values["recused." + recusal.getAttribute("member")] = text(recusal, "reason");
    values.adjustments = all(root, "adjustment").map(node => node.textContent).join("\n");
    values.notes = all(root, "note").map(node => node.textContent).join("\n\n");
    for (const assessment of all(root, "assessment")) {
      const code = assessment.getAttribute("capacity");
      values["outcome." + code] = assessment.getAttribute("outcome");
      values["reason." + code] = text(assessment, "reason");
      for (const evidence of all(assessment, "evidence")) values[`evidence.${code}.${evidence.getAttribute("ref")}`] = "true";
    }
    return values;
  },
});
