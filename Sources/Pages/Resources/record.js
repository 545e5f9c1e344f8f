// The panel’s record. The interviews before this one are kept; nobody was heard when the candidate was away.
(function () {
  "use strict";

  let forms;
  const value = name => forms.value(name);
  const isAway = () => ["absent", "excused"].includes(value("status"));
  const all = attribute =>
    [...forms.form.querySelectorAll(`[data-${attribute}]`)].map(node => node.dataset[attribute]);

  // The interviews before this one, oldest first.
  const earlier = () => forms.elements("earlier");

  function show() {
    forms.showRevocation("", value("status") === "revoked");
    document.getElementById("earlier-list").replaceChildren(...earlier().map(each => {
      const item = document.createElement("li");
      const reasons = forms.named(each, "revocation").flatMap(taken => forms.named(taken, "reason"));
      const day = each.attributes.on.split("-").reverse().join("/");
      const status = forms.data.statuses[each.attributes.status] || each.attributes.status;
      item.textContent = [`${day} — ${status}`, ...reasons.map(reason => reason.text)].join(" : ");
      return item;
    }));
  }

  function keep(interviews) {
    forms.form.elements.earlier.value = JSON.stringify(interviews);
    forms.changed();
    forms.keepDraft();
  }

  function another() {
    if (!forms.check() || !forms.isAgreed()) return;
    const now = forms.built();
    const kept = [...earlier(), { ...now, name: "earlier" }];
    forms.form.reset();
    keep(kept);
    forms.say("L’entretien est gardé : saisissez le nouveau, puis enregistrez.", false);
    forms.form.elements.on.focus();
  }

  function less() {
    if (!earlier().length) {
      forms.say("Aucun entretien n’est gardé.", true);
      return;
    }
    keep(earlier().slice(0, -1));
    forms.say("Le dernier entretien gardé est ôté de cette page.", false);
  }

  // What an interview that was held must say.
  function heldProblems() {
    const found = [];
    const members = all("member");
    if (!members.some(member => value("present." + member)))
      found.push({ field: "present." + members[0], text: "Cochez les membres présents." });
    for (const code of all("capacity")) {
      const outcome = value("outcome." + code);
      if (!outcome) found.push({ field: "outcome." + code, text: `${code} : choisissez un résultat.` });
      if (outcome === "not-acquired" && !value("reason." + code).trim())
        found.push({ field: "reason." + code, text: `${code} : « non acquis » demande un motif.` });
    }
    return found;
  }

  function problems() {
    const found = [];
    if (earlier().some(each => value("on") && each.attributes.on > value("on")))
      found.push({ field: "on", text: "L’entretien ne peut pas précéder celui qui est gardé." });
    if (value("start") && value("end") && value("start") >= value("end"))
      found.push({ field: "end", text: "La fin doit suivre le début." });
    if (value("status") === "revoked") found.push(...forms.revocationProblems("", "Annulation", value("on")));
    const isBoth = member => value("present." + member) && value("recused." + member).trim();
    for (const field of all("member").filter(isBoth).map(member => "recused." + member))
      found.push({ field, text: "Un membre ne peut pas être à la fois présent et récusé." });
    return value("status") === "held" ? [...found, ...heldProblems()] : found;
  }

  function finish(tree) {
    const dropped = new Set(isAway() ? ["present", "assessment"] : []);
    if (value("status") !== "revoked") dropped.add("revocation");
    tree.children = tree.children.filter(child => !dropped.has(child.name));
  }

  // Nobody was heard: results that were typed go, once that is meant.
  function loss() {
    const count = all("capacity").filter(code => value("outcome." + code)).length;
    if (!isAway() || !count) return "";
    const what = count > 1
      ? `${count} résultats saisis ne seront pas gardés` : "Un résultat saisi ne sera pas gardé";
    return `${what} : le candidat est dit absent ou excusé. Continuer ?`;
  }

  function refusal(tree, unknown) {
    const { number } = tree.attributes;
    if (number && number !== forms.ownOf(forms.form).number)
      return `Ce procès-verbal est celui de la demande ${number}`;
    const keys = [...new Set(unknown.map(each => each.key))];
    return keys.length ? `Ce procès-verbal nomme ce que cette page ne connaît pas (${keys.join(", ")})` : "";
  }

  document.addEventListener("acquis-form", ({ detail }) => {
    forms = detail;
    forms.form.addEventListener("change", show);
    document.getElementById("another").addEventListener("click", another);
    document.getElementById("less").addEventListener("click", less);
    forms.start({
      next: "placez-le dans le dossier du candidat, puis relancez « acquis run ».", problems, loss,
      finish, refusal,
    });
  });
})();
