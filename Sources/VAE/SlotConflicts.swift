import Artefacts
import Engine
import XML

/// Interviews that cannot be held as the calendar says: one panel hears one candidate at a time.
enum SlotConflicts {
  static func notes(_ session: Session, numbers: Set<String>) -> [Diagnostic] {
    let slots = session.calendar.slots
    var notes: [Diagnostic] = []
    for (index, slot) in slots.enumerated() {
      let place = "créneau de la demande \(slot.number), le \(slot.date.label) à \(slot.time)"
      if !numbers.contains(slot.number) {
        notes.append(note("\(place) : aucune demande de la session ne porte ce numéro"))
      }
      for other in slots[..<index] {
        if other.number == slot.number {
          notes.append(note("\(place) : cette demande a déjà un créneau, le \(other.date.label)"))
        } else if overlap(other, slot, minutes: session.parameters.interviewMinutes) {
          notes.append(
            note("\(place) : celui de la demande \(other.number), à \(other.time), n’est pas fini"))
        }
      }
      if slot.place == nil && slot.link == nil {
        notes.append(note("\(place) : ni lieu ni adresse à distance"))
      }
    }
    return notes
  }

  private static func note(_ message: String) -> Diagnostic {
    Diagnostic(
      .warning, code: .sessionSlot, message, advice: "corriger les créneaux de la session")
  }

  /// Whether two slots run together; one whose length nobody says lasts as long as the session’s interviews, or a minute.
  private static func overlap(_ one: Slot, _ other: Slot, minutes: Int?) -> Bool {
    func span(_ slot: Slot) -> Range<Int> {
      let parts = slot.time.split(separator: ":").compactMap { Int($0) }
      let start = (parts.first ?? 0) * 60 + (parts.last ?? 0)
      return start..<(start + max(1, slot.minutes ?? minutes ?? 1))
    }
    return one.date == other.date && span(one).overlaps(span(other))
  }
}
