import Testing
import XML

@testable import Artefacts
@testable import Rules

@Suite("Guide d’entretien")
struct GuideTests {
  private func guide(
    _ support: [EvidenceCount] = [], items: [BoundEvidence] = [], minutes: Int? = nil, years: Int? = nil
  ) throws -> Guide {
    var session = Fixture.session
    (session.parameters.interviewMinutes, session.parameters.evidenceYears) = (minutes, years)
    let intake = Intake(
      state: .complete, submittedOn: Fixture.day("2021-12-13"), situations: Fixture.dossier.situations,
      items: items, support: support, findings: [])
    let mapping = try #require(try mapSituations(intake, Fixture.request, Fixture.certification, nil))
    return try #require(try prepareGuide(mapping, intake, Fixture.certification, session))
  }

  private func support(_ change: (inout EvidenceCount) -> Void) -> EvidenceCount {
    var support = EvidenceCount(
      capacity: "C1", items: 2, valid: 2, authentic: 2, dated: 2, inPeriod: 2,
      oldest: Fixture.day("2020-01-01"))
    change(&support)
    return support
  }

  private func grounds(_ support: EvidenceCount, years: Int? = nil) throws -> [QuestionGround] {
    try guide([support], years: years).questions.filter { $0.capacity == "C1" }.map(\.ground)
  }

  @Test("The guide asks about gaps first, and about every capacity")
  func order() throws {
    let questions = try guide().questions
    #expect(Set(questions.map(\.capacity)).count == 9)
    #expect(questions.first?.ground == .gap)
    #expect(questions.contains { $0.capacity == "C1" && $0.ground != .gap })
  }

  @Test("Evidence out of the period, or older than the centre accepts, is a question of its own")
  func outdated() throws {
    #expect(try !grounds(support { _ in }).contains(.outdated))
    #expect(try grounds(support { $0.inPeriod = 1 }).contains(.outdated))
    #expect(try grounds(support { _ in }, years: 1).contains(.outdated))
  }

  @Test("Evidence whose author is not said is a question of its own")
  func unauthenticated() throws {
    #expect(try grounds(support { $0.authentic = 1 }).contains(.unauthenticated))
  }

  @Test("The company’s opinion among the evidence is pointed at (fiche RNCP 28236)")
  func opinion() throws {
    let item = BoundEvidence(
      id: "E6", file: "avis.pdf", kind: .companyOpinion, state: .present, date: Fixture.day("2021-12-06"),
      type: .pdf, size: 1, sha256: nil, origin: nil, pages: nil, title: "Avis", author: "La direction")
    #expect(try guide(items: [item]).opinions.map(\.evidence) == ["E6"])
    #expect(try guide().opinions.isEmpty)
  }

  @Test("The time of the interview is shared out, more to gaps")
  func minutes() throws {
    let questions = try guide(minutes: 60).questions
    let gap = try #require(questions.first { $0.ground == .gap }?.minutes)
    let sound = try #require(questions.last?.minutes)
    #expect(gap > sound && questions.allSatisfy { ($0.minutes ?? 0) > 0 })
    #expect(try guide().questions.allSatisfy { $0.minutes == nil })
  }
}
