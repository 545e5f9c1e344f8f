import Testing
import XML

@testable import Artefacts
@testable import VAE

/// Interviews that cannot be held as the calendar says.
@Suite("Créneaux d’entretien")
struct SlotTests {
  private func notes(_ slots: [Slot], minutes: Int? = 45) -> [String] {
    var session = Fixture.session
    session.parameters.interviewMinutes = minutes
    session.calendar.slots = slots
    return SlotConflicts.notes(session, numbers: ["A", "B"]).map(\.message)
  }

  private func slot(
    _ number: String, _ time: String, on day: String = "2022-02-21", place: String? = "Salle 1"
  )
    -> Slot
  {
    Slot(number: number, date: Fixture.day(day), time: time, place: place)
  }

  @Test("Two that follow one another are fine; two that overlap are told, by a minute too")
  func overlap() {
    #expect(notes([slot("A", "09:00"), slot("B", "09:45")]).isEmpty)
    #expect(notes([slot("A", "09:00"), slot("B", "09:44")]).count == 1)
    #expect(notes([slot("A", "09:00"), slot("B", "09:00", on: "2022-02-22")]).isEmpty)
  }

  @Test("An unknown number, a second slot and a slot with no place are told")
  func others() {
    #expect(notes([slot("C", "09:00")]).first?.contains("aucune demande") == true)
    #expect(notes([slot("A", "09:00"), slot("A", "14:00")]).first?.contains("déjà un créneau") == true)
    #expect(notes([slot("A", "09:00", place: nil)]).first?.contains("ni lieu") == true)
  }
}
