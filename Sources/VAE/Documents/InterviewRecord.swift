/// What was noted at an interview, as the jury and the candidate read it.
struct InterviewRecord {
  let interview: Interview
  let certification: Certification

  func render(_ html: inout HTML) {
    let hours = [interview.start, interview.end].compactMap { $0 }.joined(separator: " à ")
    html.tag(
      "p", "Le \(interview.date.label)\(hours.isEmpty ? "" : ", de " + hours) — \(interview.status.label).")
    if let revocation = interview.revocation { html.tag("p", InterviewRecord.text(revocation)) }
    html.people("Commission présente", interview.members, interview.recusals)
    assessments(&html, interview.assessments, "Résultat de la commission par capacité")
    if !interview.adjustments.isEmpty {
      html.tag("p", "Aménagements accordés : \(French.list(interview.adjustments)).")
    }
    if let opinion = interview.companyOpinion {
      html.tag("h3", "Avis de l’entreprise")
      html.tag("blockquote", opinion)
    }
    notes(&html, interview.notes)
    for earlier in interview.earlier { self.earlier(&html, earlier) }
  }

  private func earlier(_ html: inout HTML, _ earlier: EarlierInterview) {
    html.tag("h3", "Entretien précédent, le \(earlier.date.label) — \(earlier.status.label)")
    if let revocation = earlier.revocation { html.tag("p", InterviewRecord.text(revocation)) }
    assessments(&html, earlier.assessments, "Résultat noté le \(earlier.date.label)")
    notes(&html, earlier.notes)
  }

  private func notes(_ html: inout HTML, _ notes: [String]) {
    for note in notes { html.tag("p", "Note : \(note)") }
  }

  private static func text(_ revocation: Revocation) -> String {
    "Annulé le \(revocation.date.label) par \(revocation.by) : \(revocation.reason)"
  }

  private func assessments(_ html: inout HTML, _ assessments: [Assessment], _ caption: String) {
    if assessments.isEmpty { return }
    let capacities = certification.blocs.flatMap(\.capacities)
    html.table(caption, heads: ["Capacité", "Résultat", "Motif", "Preuves"]) { html in
      for each in assessments {
        html.tag("tr") { html in
          let short = capacities.first { $0.code == each.capacity }?.short ?? ""
          html.tag("th", [("scope", "row")], "\(each.capacity) \(short)")
          html.tag("td") { $0.badge(each.outcome.label, each.outcome.tone) }
          html.tag("td", each.reason ?? "—")
          html.tag("td", each.evidence.isEmpty ? "—" : each.evidence.map(\.ref).joined(separator: ", "))
        }
      }
    }
  }
}

extension HTML {
  /// Who sat, and who did not for this candidate.
  mutating func people(_ caption: String, _ members: [Member], _ recusals: [Recusal]) {
    if members.isEmpty { return }
    table(caption, heads: ["Nom", "Qualité"]) { html in
      for member in members { html.row(member.name, [member.role]) }
      for recusal in recusals { html.row(recusal.member, ["ne siège pas : \(recusal.reason)"]) }
    }
  }
}
