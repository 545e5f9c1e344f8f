// The jury’s session: who sat, then for each candidate the three acts, the vote and one ruling a capacity.
// The rules on votes and on the result are the tables of the tool, in `forms.data`: they are only read here.
(function () {
  "use strict";

  let forms;
  const value = name => forms.value(name);
  const rows = () => [...forms.form.querySelectorAll("[data-member]")];
  const members = () => rows().map(row => row.dataset.member);
  const candidates = () => [...forms.form.querySelectorAll("[data-candidate]")];
  const codes = node => [...node.querySelectorAll("[data-capacity]")].map(row => row.dataset.capacity);
  const id = node => node.dataset.candidate;
  const number = node => forms.ownOf(node).number;
  const isSkipped = node => value(id(node) + ".skip") === "true";
  const isRecused = (node, member) => value(`${id(node)}.recused.${member}`).trim() !== "";
  const isSeated = (node, member) => value("present." + member) && !isRecused(node, member);

  // The jury may only adjourn, note an absence, or take a decision back; the rest follows from the rulings.
  const state = node => value(id(node) + ".state");
  // The result that a revocation takes back: what the file reopened said.
  const previous = node => value(id(node) + ".revocation.previous");
  const isRuled = node => !state(node)
    || state(node) === "revoked" && forms.data.rulings.includes(previous(node));

  // The outcome of the first row of a table whose conditions all hold for the figures.
  function outcome(table, figures) {
    const compare = { zero: sum => sum === 0, "not-zero": sum => sum !== 0, negative: sum => sum < 0 };
    const row = table.rows.find(each => each.conditions.every(({ weights, is }) =>
      compare[is](Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * figures[name], 0))));
    return row ? row.outcome : table.otherwise;
  }

  // What the rulings lead to, with what is kept from earlier sessions; empty as long as nothing is ruled.
  function ruled(node) {
    const outcomes = codes(node).map(code => value(`${id(node)}.${code}`)).filter(Boolean);
    if (!outcomes.length) return "";
    const acquired = outcomes.filter(each => each === "acquired").length + Number(node.dataset.held);
    return outcome(forms.data.rollUp, { acquired, total: Number(node.dataset.total) });
  }

  const result = node => state(node) || ruled(node);

  function votes(node) {
    const own = name => value(`${id(node)}.${name}`);
    const voting = rows().filter(row => row.dataset.voting === "true");
    const counts = ["for", "against", "abstain"].map(name => [name, Number(own(name) || 0)]);
    const voices = voting.filter(row => isSeated(node, row.dataset.member)).length;
    return { ...Object.fromEntries(counts), casting: own("casting") ? 1 : 0, voices };
  }

  function voteProblem(node) {
    const vote = votes(node);
    if (!Object.values(vote).every(count => Number.isInteger(count) && count >= 0))
      return { field: "for", text: "le vote se note en voix entières." };
    const wrong = forms.data.wrongVotes[outcome(forms.data.vote, vote)];
    if (!wrong) return null;
    const counts = { "{cast}": vote.for + vote.against + vote.abstain, "{voices}": vote.voices };
    return { ...wrong, text: wrong.text.replace(/\{\w+\}/g, name => counts[name]) };
  }

  function show() {
    for (const node of candidates()) {
      node.querySelector(".result").textContent = forms.data.results[result(node)] || "—";
      node.querySelector(".acts").hidden = isSkipped(node);
      forms.showRevocation(id(node) + ".", result(node) === "revoked");
      node.querySelector(".ruled").disabled = state(node) === "revoked";
    }
  }

  // What is wrong with a decision that rules on capacities.
  function rulingProblems(node) {
    const found = [];
    const own = name => value(`${id(node)}.${name}`).trim();
    const add = (field, text) => found.push({ field, text });
    for (const row of node.querySelectorAll("[data-capacity]")) {
      const { capacity: code, panel } = row.dataset;
      if (!own(code)) add(code, `${code} attend un résultat.`);
      else if (own(code + ".reason")) continue;
      else if (own(code) === "not-acquired")
        add(code + ".reason", `${code}, « non acquis » demande un motif.`);
      else if (own(code) !== panel)
        add(code + ".reason", `${code}, le jury s’écarte de la commission : un motif est demandé.`);
    }
    if (!own("conformity")) add("conformity", "la conformité de l’évaluation est à constater.");
    if (own("conformity") === "false" && !own("remark")) add("remark", "dites ce qui n’est pas conforme.");
    if (!own("examined")) add("examined", "le récapitulatif est à examiner avant de décider.");
    const problem = voteProblem(node);
    return problem ? [...found, problem] : found;
  }

  // A decision before this one was revoked: it is said whole, and comes before.
  function earlierRevocation(node) {
    const [prefix, { name }] = [id(node) + ".", node.dataset];
    if (!forms.isRevocationBegun(prefix)) return [];
    const field = prefix + "revocation.on";
    const found = forms.revocationProblems(prefix, `${name}, révocation`);
    if (value(field) > value("on"))
      found.push({ field, text: `${name} : la décision précédente est révoquée avant celle-ci.` });
    if (!previous(node)) found.push({ field, text: `${name} : rouvrez d’abord la décision révoquée.` });
    return found;
  }

  function candidateProblems(node) {
    const [prefix, { name }] = [id(node) + ".", node.dataset];
    if (state(node) === "revoked" && !previous(node)) {
      const text = `${name} : rouvrez d’abord la décision à révoquer (decision.xml, dans son dossier).`;
      return [{ field: prefix + "state", text }];
    }
    if (state(node) === "revoked")
      return forms.revocationProblems(prefix, `${name}, révocation`, value("on"));
    const own = isRuled(node) ? rulingProblems(node) : [];
    const named = own.map(({ field, text }) => ({ field: prefix + field, text: `${name} : ${text}` }));
    return [...earlierRevocation(node), ...named];
  }

  function problems() {
    const found = [];
    const decided = candidates().filter(node => !isSkipped(node));
    if (!members().some(member => value("present." + member)))
      found.push({ field: "present." + members()[0], text: "Cochez les membres présents." });
    if (!decided.length)
      found.push({ field: id(candidates()[0]) + ".skip", text: "Aucun candidat n’est à cette séance." });
    return [...found, ...decided.flatMap(candidateProblems)];
  }

  // What no field of a decision says: its day, who sat, its result; and no vote where nothing is ruled.
  function complete(decision, node) {
    const present = members().filter(member => isSeated(node, member));
    const vote = isRuled(node) ? votes(node) : { for: 0, against: 0, abstain: 0, casting: 0 };
    Object.assign(decision.attributes, { on: value("on"), result: result(node) });
    Object.assign(forms.named(decision, "vote")[0].attributes, {
      for: String(vote.for), against: String(vote.against), abstain: String(vote.abstain),
      castingVote: String(vote.casting === 1),
    });
    const conformity = forms.named(decision, "conformity")[0].attributes;
    conformity.compliant = conformity.compliant || "true";
    decision.children = [
      ...present.map(member => ({ name: "present", attributes: { member }, children: [], text: "" })),
      ...decision.children.filter(child => isRuled(node) || child.name !== "capacity"),
    ];
  }

  function finish(tree) {
    const decided = candidates().filter(node => !isSkipped(node));
    tree.children = decided.map(node => {
      const own = forms.named(tree, "case").find(each => each.attributes.number === number(node));
      complete(forms.named(own, "decision")[0], node);
      return own;
    });
  }

  // The one decision of a dossier is taken as a sitting of one case.
  function taken(tree) {
    if (tree.name !== "decision") return tree;
    const attributes = { number: tree.attributes.number || "" };
    const own = { name: "case", attributes, children: [tree], text: "" };
    const { version = "1" } = tree.attributes;
    const root = { ...forms.ownOf(forms.form), version };
    return { name: "decisions", attributes: root, children: [own], text: "" };
  }

  const decisions = tree => forms.named(tree, "case").map(each => forms.named(each, "decision")[0]);
  const named = (decision, name) => forms.named(decision, name).map(each => each.attributes.member);
  const unique = texts => [...new Set(texts)];

  // Who was there: all that any case names, those set aside from one case but not from another included.
  const attendance = tree => unique(decisions(tree).flatMap(decision => named(decision, "present")));

  // The page holds one sitting: the same day, and in each case everyone there is present or set aside.
  function isOneSitting(tree) {
    const [all, there] = [decisions(tree), attendance(tree)];
    return all.every(decision => decision.attributes.on === all[0].attributes.on
      && there.every(member =>
        named(decision, "present").includes(member) !== named(decision, "recusal").includes(member)));
  }

  function refusal(tree, unknown) {
    const of = name => unknown.filter(each => each.name === name);
    const keys = name => unique(of(name).map(each => each.key || "sans numéro"));
    const { session } = tree.attributes;
    if (session !== forms.ownOf(forms.form).session)
      return `Ces décisions sont celles de la session ${session}`;
    const absent = attendance(tree).filter(member => !members().includes(member));
    const strange = unique([...absent, ...keys("recusal")]);
    const lists = [
      ["Ces demandes ne sont pas sur cette page", keys("case")],
      ["Ces membres ne sont pas du jury de la session", strange],
      ["Ces capacités ne sont pas à juger sur cette page", keys("capacity")],
      ["Ces décisions ne portent pas le numéro de leur demande", keys("decision")],
    ];
    const [what, which] = lists.find(each => each[1].length) || [];
    if (what) return `${what} (${which.join(", ")})`;
    return isOneSitting(tree) ? ""
      : "Ces décisions n’ont pas toutes le même jour et les mêmes présents : "
        + "cette page ne tient qu’une séance";
  }

  // The fields that stand for all cases, and those that follow from the result of each.
  function shared(tree) {
    const values = { on: decisions(tree)[0].attributes.on };
    for (const member of attendance(tree)) values["present." + member] = "true";
    for (const node of candidates()) {
      const own = forms.named(tree, "case").find(each => each.attributes.number === number(node));
      values[id(node) + ".skip"] = own ? "" : "true";
      if (!own) continue;
      const decision = forms.named(own, "decision")[0];
      const said = decision.attributes.result;
      values[id(node) + ".state"] = forms.data.rulings.includes(said) ? "" : said;
      if (!forms.named(decision, "revocation").length) values[id(node) + ".revocation.previous"] = said;
    }
    return values;
  }

  // For the test that compares this page with the tool.
  const judged = node => ({ vote: outcome(forms.data.vote, votes(node)), result: ruled(node) });

  document.addEventListener("acquis-form", ({ detail }) => {
    forms = detail;
    forms.form.addEventListener("change", show);
    forms.start({
      next: "lancez « acquis import-decisions decisions.xml -o » suivi du dossier de la session, "
        + "puis « acquis run ».",
      problems, finish, taken, refusal, shared, judged,
    });
  });
})();
