import Artefacts

/// Interviews before the one that stands. No source rules on a second interview: the record keeps each with its day, and
/// says by whom and why one was annulled.
enum HistoryRules {
  /// What the rules look at of each interview.
  private struct Sitting {
    let date: Day
    let status: InterviewStatus
    let revocation: Revocation?
  }

  static func findings(_ record: Record) -> [Finding] {
    let all =
      record.earlier.map { Sitting(date: $0.date, status: $0.status, revocation: $0.revocation) }
      + [Sitting(date: record.date, status: record.status, revocation: record.revocation)]
    if all.count == 1 && record.status != .revoked && record.revocation == nil { return [] }
    return [revocations(all), order(all.map(\.date)), standing(record)].compactMap { $0 }
  }

  private static func revocations(_ all: [Sitting]) -> Finding? {
    let rule = Rule.interviewRevocation
    for each in all {
      if each.status == .revoked && each.revocation == nil {
        return rule.notSatisfied(
          "L’entretien du \(each.date.label) est dit annulé, sans dire par qui ni pourquoi.",
          remedy: "Compléter l’annulation : auteur, date, motif.")
      }
      guard let revocation = each.revocation else { continue }
      if each.status != .revoked || revocation.date < each.date {
        return rule.notSatisfied(
          each.status == .revoked
            ? "L’annulation précède l’entretien du \(each.date.label)."
            : "L’entretien du \(each.date.label) porte une annulation, mais est dit « \(each.status.label) ».",
          remedy: "Corriger le déroulement ou l’annulation.")
      }
    }
    let annulled = all.filter { $0.status == .revoked }
    if annulled.isEmpty { return nil }
    return rule.satisfied(
      "Chaque entretien annulé l’est avec son auteur et son motif.",
      figures: annulled.map { ("entretien du \($0.date.label)", $0.revocation?.reason ?? "") })
  }

  private static func order(_ days: [Day]) -> Finding? {
    if days.count == 1 { return nil }
    let figures = [("entretiens", French.list(days.map(\.label)))]
    return zip(days, days.dropFirst()).allSatisfy { $0 <= $1 }
      ? Rule.interviewOrder.satisfied("Les entretiens se suivent dans le temps.", figures: figures)
      : Rule.interviewOrder.notSatisfied(
        "Un entretien dit précédent suit celui qui compte.", figures: figures,
        remedy: "Corriger les dates du procès-verbal d’entretien.")
  }

  /// An earlier interview that was held and not annulled may contradict the one that stands.
  private static func standing(_ record: Record) -> Finding? {
    let outcomes = Dictionary(
      record.assessments.map { ($0.capacity, $0.outcome) }, uniquingKeysWith: { one, _ in one })
    let held = record.earlier.filter { $0.status == .held }
    if held.isEmpty { return nil }
    let changed = Set(
      held.flatMap(\.assessments).filter { earlier in
        guard let now = outcomes[earlier.capacity], earlier.outcome != .notAssessed else { return false }
        return now != earlier.outcome
      }.map(\.capacity)
    ).sorted()
    let figures = [("tenus avant", French.list(held.map(\.date.label)))]
    return changed.isEmpty
      ? Rule.interviewSecond.satisfied("Les entretiens tenus ne se contredisent pas.", figures: figures)
      : Rule.interviewSecond.toDecide(
        "Un entretien précédent n’est pas annulé, et le suivant change le résultat de \(French.list(changed)).",
        figures: figures,
        remedy: "Le jury dit lequel compte, ou la commission annule le premier avec son motif.")
  }
}
