import Testing
import XML

@testable import Artefacts
@testable import Language
@testable import Rules

@Suite("Correspondance")
struct MappingTests {
  private func proposals(_ text: String) -> [String: Knowledge.Suggestion] {
    Dictionary(uniqueKeysWithValues: Knowledge.suggest(text, Fixture.certification).map { ($0.code, $0) })
  }

  @Test("A text that prepares the payroll is proposed for C1, with its passage")
  func payroll() {
    let text = "Il fait beau. Je collecte les variables de paie et les primes de panier."
    let proposal = proposals(text)["C1"]
    #expect(proposal?.passages.first?.quote == "Je collecte les variables de paie et les primes de panier.")
    #expect(proposal?.passages.first?.words.joined().contains("variables de paie") == true)
  }

  @Test("A passage says exactly where its sentence stands, in characters")
  func offsets() throws {
    let text = "Été 2020 : rien. J’ai rédigé le procès-verbal de la réunion du CSE. Voilà."
    let passage = try #require(proposals(text)["C9"]?.passages.first)
    let scalars = Array(text.unicodeScalars)[passage.start..<passage.start + passage.length]
    #expect(String(String.UnicodeScalarView(scalars)) == passage.quote)
    #expect(passage.quote == "J’ai rédigé le procès-verbal de la réunion du CSE.")
  }

  @Test("An abbreviation does not end a sentence")
  func sentences() {
    let text = "Selon l’art. 3 et M. T. j’agis. Puis non."
    let tokens = Tokenizer.tokens(text)
    let found = Tokenizer.sentences(Array(text.unicodeScalars), tokens: tokens).count
    #expect(found <= 3)
    #expect(Tokenizer.sentences(Array("Un. Deux ! Trois ?".unicodeScalars), tokens: []).count == 3)
  }

  private func mapping(_ review: Review?) throws -> Mapping {
    var situation = Fixture.dossier.situations[0]
    situation.sections = [
      Section(kind: .tasks, paragraphs: ["Je collecte les variables de paie et les acomptes."])
    ]
    let intake = Intake(
      state: .complete, submittedOn: Fixture.day("2021-12-13"), situations: [situation], items: [],
      support: [], findings: [])
    guard let mapping = try mapSituations(intake, Fixture.request, Fixture.certification, review) else {
      throw Fixture.Missing()
    }
    return mapping
  }

  @Test("Every capacity has a line of coverage, and gaps are named, never refused")
  func coverage() throws {
    let mapping = try mapping(nil)
    #expect(mapping.coverage.map(\.capacity) == (1...9).map { "C\($0)" })
    #expect(mapping.coverage[8].level == .nothing)
    #expect(mapping.findings["mapping.coverage"] == .toDecide)
    #expect(mapping.blocs.map(\.total) == [4, 4, 1])
  }

  @Test("The adviser’s word prevails over the proposal, and both are kept")
  func review() throws {
    let review = Review(
      by: "A", date: Fixture.day("2022-01-10"), number: Fixture.request.number,
      read: [],
      items: [
        ReviewItem(situation: "S1", capacity: "C1", verdict: .dismissed, reason: "non"),
        ReviewItem(situation: "S1", capacity: "C9", verdict: .added, reason: nil),
      ])
    let mapping = try mapping(review)
    #expect(mapping.coverage[0].level == .nothing)
    #expect(mapping.situations[0].links.first { $0.capacity == "C1" }?.proposed != nil)
    #expect(mapping.coverage[8].level == .strong)
    #expect(mapping.findings["mapping.review"] == .satisfied)
  }

  @Test("A review of a situation that is gone is told")
  func lostReview() throws {
    let review = Review(
      by: "A", date: Fixture.day("2022-01-10"), number: Fixture.request.number,
      read: [], items: [ReviewItem(situation: "S9", capacity: "C1", verdict: .confirmed, reason: nil)])
    #expect(try mapping(review).findings["mapping.review"] == .notSatisfied)
  }

  @Test("A review that gives no opinion certifies no reading")
  func emptyReview() throws {
    let review = Review(
      by: "A", date: Fixture.day("2022-01-10"), number: Fixture.request.number, read: [], items: [])
    let mapping = try mapping(review)
    #expect(mapping.findings["mapping.review"] == .notEvaluated && mapping.reviewedBy == nil)
  }

  @Test("Another candidate’s review confirms nothing, and one that says no number is told")
  func strangeReview() throws {
    var review = Review(
      by: "A", date: Fixture.day("2022-01-10"), number: "AUTRE-1", read: [],
      items: [ReviewItem(situation: "S1", capacity: "C9", verdict: .added, reason: nil)])
    let other = try mapping(review)
    #expect(other.findings["mapping.review"] == .notSatisfied)
    #expect(other.coverage[8].level == .nothing && other.reviewedBy == nil)
    review.number = nil
    let unsaid = try mapping(review)
    #expect(unsaid.findings["mapping.review"] == .notEvaluated && unsaid.coverage[8].level == .strong)
  }
}
