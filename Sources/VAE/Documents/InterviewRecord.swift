/// What was noted at an interview, as the jury and the candidate read it.
struct InterviewRecord {
  let interview: Interview
  let certification: Certification
  let session: Session

  func render(_ html: inout HTML) {
    sitting(&html, interview.date, interview.start, interview.end, interview.status, interview.revocation)
    html.people("Commission présente", interview.members, named(interview.recusals))
    noted(
      &html, interview.assessments, interview.adjustments, interview.companyOpinion, interview.notes,
      "Résultat de la commission par capacité")
    for earlier in interview.earlier { self.earlier(&html, earlier) }
  }

  private func earlier(_ html: inout HTML, _ earlier: EarlierInterview) {
    html.tag("h3", "Entretien précédent")
    sitting(&html, earlier.date, earlier.start, earlier.end, earlier.status, earlier.revocation)
    let members = earlier.present.map { seat in
      let known = session.panel.members.first { $0.id == seat.member }
      return Member(ref: seat.member, name: known?.name ?? seat.member, role: known?.role ?? "—")
    }
    html.people("Commission présente le \(earlier.date.label)", members, named(earlier.recusals))
    noted(
      &html, earlier.assessments, earlier.adjustments, earlier.companyOpinion, earlier.notes,
      "Résultat noté le \(earlier.date.label)")
  }

  private func sitting(
    _ html: inout HTML, _ day: Day, _ start: String?, _ end: String?, _ status: InterviewStatus,
    _ revocation: Revocation?
  ) {
    let hours = [start, end].compactMap { $0 }.joined(separator: " à ")
    html.tag("p", "Le \(day.label)\(hours.isEmpty ? "" : ", de " + hours) — \(status.label).")
    if let revocation {
      html.tag(
        "p", "Annulé le \(revocation.date.label) (auteur : \(revocation.by)). Motif : \(revocation.reason)")
    }
  }

  private func named(_ recusals: [Recusal]) -> [Recusal] {
    recusals.map { recusal in
      let name = session.panel.members.first { $0.id == recusal.member }?.name
      return Recusal(member: name ?? recusal.member, reason: recusal.reason)
    }
  }

  private func noted(
    _ html: inout HTML, _ assessments: [Assessment], _ adjustments: [String], _ opinion: String?,
    _ notes: [String], _ caption: String
  ) {
    if !assessments.isEmpty { table(&html, assessments, caption) }
    if !adjustments.isEmpty { html.tag("p", "Aménagements accordés : \(French.list(adjustments)).") }
    if let opinion {
      html.tag("h3", "Avis de l’entreprise")
      html.tag("blockquote", opinion)
    }
    for note in notes { html.tag("p", "Note : \(note)") }
  }

  private func table(_ html: inout HTML, _ assessments: [Assessment], _ caption: String) {
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
    if members.isEmpty && recusals.isEmpty { return }
    table(caption, heads: ["Nom", "Qualité"]) { html in
      for member in members { html.row(member.name, [member.role]) }
      for recusal in recusals { html.row(recusal.member, ["ne siège pas : \(recusal.reason)"]) }
    }
  }
}
