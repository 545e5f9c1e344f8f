import Artefacts

/// What was noted at an interview, as the jury and the candidate read it.
struct InterviewRecord {
  let interview: Interview
  let certification: Certification
  let session: Session

  func render(_ html: inout HTML) {
    sitting(
      &html, EarlierInterview(interview), members: interview.members, day: "",
      caption: "Résultat de la commission par capacité")
    for earlier in interview.earlier {
      html.tag("h3", "Entretien précédent")
      let members = earlier.present.map { seat in
        let known = session.panel.members.first { $0.id == seat.member }
        return Member(ref: seat.member, name: known?.name ?? seat.member, role: known?.role ?? "—")
      }
      sitting(
        &html, earlier, members: members, day: " le \(earlier.date.label)",
        caption: "Résultat noté le \(earlier.date.label)")
    }
  }

  /// One interview, whether it stands or not.
  private func sitting(
    _ html: inout HTML, _ one: EarlierInterview, members: [Member], day: String, caption: String
  ) {
    let hours = [one.start, one.end].compactMap { $0 }.joined(separator: " à ")
    html.tag("p", "Le \(one.date.label)\(hours.isEmpty ? "" : ", de " + hours) — \(one.status.label).")
    if let revocation = one.revocation {
      html.tag(
        "p", "Annulé le \(revocation.date.label) (auteur : \(revocation.by)). Motif : \(revocation.reason)")
    }
    html.people(
      "Commission présente" + day, members, recusals: one.recusals.map { $0.named(by: session.panel.names) })
    if !one.assessments.isEmpty { table(&html, one.assessments, caption: caption) }
    if !one.adjustments.isEmpty {
      html.tag("p", "Aménagements accordés : \(French.list(one.adjustments)).")
    }
    if let opinion = one.companyOpinion {
      html.tag("h3", "Avis de l’entreprise")
      html.tag("blockquote", opinion)
    }
    for note in one.notes { html.tag("p", "Note : \(note)") }
  }

  private func table(_ html: inout HTML, _ assessments: [Assessment], caption: String) {
    html.table(caption, heads: ["Capacité", "Résultat", "Motif", "Preuves"]) { html in
      for each in assessments {
        html.tag("tr") { html in
          html.tag(
            "th", [("scope", "row")], "\(each.capacity) \(certification.short(of: each.capacity))")
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
  mutating func people(_ caption: String, _ members: [Member], recusals: [Recusal]) {
    if members.isEmpty && recusals.isEmpty { return }
    table(caption, heads: ["Nom", "Qualité"]) { html in
      for member in members { html.row(member.name, [member.role]) }
      for recusal in recusals { html.row(recusal.member, ["ne siège pas : \(recusal.reason)"]) }
    }
  }

  /// The company’s opinions found among the evidence, for the panel to read in the original.
  mutating func opinions(_ opinions: [Opinion]) {
    for opinion in opinions {
      let origin = [opinion.author, opinion.date.map { "le " + $0.label }].compactMap { $0 }
      tag(
        "p",
        "Avis de l’entreprise au dossier : \(opinion.evidence), « \(opinion.title) »\(origin.isEmpty ? "" : " (\(origin.joined(separator: ", ")))"). Le lire avec le candidat et noter ce qu’il confirme ou conteste."
      )
    }
    if opinions.isEmpty {
      tag("p", "Aucun avis de l’entreprise au dossier ; son caractère obligatoire en VAE n’est pas établi.")
    }
  }
}
