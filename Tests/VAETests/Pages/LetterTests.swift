import Testing
import XML

@testable import Artefacts
@testable import Pages
@testable import Rules

@Suite("Lettres, attestations, procès-verbal")
struct LetterTests {
  private func deliberation(_ state: DeliberationState, _ result: AwardResult?, refused: String? = "C9")
    -> Deliberation
  {
    let rulings = (1...9).map { number in
      let code = "C\(number)"
      return JuryRuling(
        code: code, outcome: code == refused ? .notAcquired : .acquired,
        reason: code == refused ? "Aucun compte rendu <montré>." : nil)
    }
    return Deliberation(
      state: state, result: result, summary: [],
      sitting: Sitting(
        date: Fixture.day("2022-03-24"), summaryExamined: true, members: [], recusals: [],
        conformity: Conformity(compliant: true, remark: nil), settled: nil,
        vote: Vote(votesFor: 4, against: 0, abstain: 0, castingVote: false)),
      held: [], rulings: rulings, blocs: RollUp.blocs(of: Fixture.certification, rulings), revocation: nil,
      findings: [])
  }

  private func letter(_ deliberation: Deliberation) throws -> String? {
    try ResultLetter.page(Fixture.request, Fixture.certification, Fixture.session, deliberation).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test("A partial result names each capacity, its reason, each bloc and what remains (art. 55.3)")
  func partial() throws {
    let text = try #require(try letter(deliberation(.recorded, .partial)))
    for code in (1...9).map({ "C\($0) " }) { #expect(text.contains(code)) }
    #expect(text.contains("Aucun compte rendu &lt;montré&gt;."))
    #expect(
      text.contains("Ce qui reste à faire") && text.contains("vingt-quatre mois")
        && text.contains("illimitée"))
    #expect(text.components(of: "Attestation de bloc").count == 3)
  }

  @Test("A full award has an attestation for each bloc, and nothing left to do")
  func full() throws {
    let text = try #require(try letter(deliberation(.recorded, .full, refused: nil)))
    #expect(!text.contains("Ce qui reste à faire"))
    #expect(text.components(of: "Attestation de bloc").count == 4)
  }

  @Test("A capacity acquired without its bloc has an attestation of its own (R335-10)")
  func capacities() throws {
    let text = try #require(try letter(deliberation(.recorded, .partial, refused: "C3")))
    #expect(text.components(of: "Attestation de capacité").count == 4)
    #expect(text.components(of: "Attestation de bloc").count == 3)
    for code in ["C1", "C2", "C4"] { #expect(text.contains("<h2>\(code) — ")) }
    #expect(!text.contains("<h2>C3 — ") && !text.contains("<h2>C5 — "))
  }

  @Test("Who signs is the centre’s parameter (R335-10; art. 55.3); unset, both are named")
  func signer() throws {
    func text(_ signer: ResultSigner?) throws -> String {
      var session = Fixture.session
      session.parameters.resultSigner = signer
      session.signers = [Signer(signs: .result, name: "Camille Fictif", function: "directrice")]
      let page = try ResultLetter.page(
        Fixture.request, Fixture.certification, session, deliberation(.recorded, .full, refused: nil))
      return String(decoding: page ?? [], as: UTF8.self)
    }
    #expect(try text(.chair).contains("<p>La présidence du jury"))
    #expect(try text(.chair).contains("Camille Fictif, directrice"))
    #expect(try text(.certifier).contains("Pour le certificateur ("))
    #expect(try text(nil).contains("Le certificateur ou la présidence du jury"))
  }

  @Test("No letter is written for what is contested or not decided")
  func none() throws {
    #expect(try letter(deliberation(.contested, nil)) == nil)
    #expect(try letter(deliberation(.awaiting, nil)) == nil)
  }

  @Test(
    "A result by which nothing is ruled has its letter, without capacity, bloc or attestation",
    arguments: [AwardResult.adjourned, .absent, .excused, .revoked])
  func unruled(result: AwardResult) throws {
    var deliberation = deliberation(.recorded, result)
    if result == .revoked {
      deliberation.revocation = Revocation(
        date: Fixture.day("2022-04-01"), by: "La présidence", previous: .full, reason: "Pièce falsifiée.")
    }
    let text = try #require(try letter(deliberation))
    #expect(text.contains(result.label))
    #expect(!text.contains("Attestation de bloc") && !text.contains("Blocs de compétences"))
    #expect((result == .revoked) == text.contains("Pièce falsifiée."))
  }

  @Test(
    "A request for one bloc, acquired, is told that it has what it asked for; the others are not said refused"
  )
  func oneBloc() throws {
    var request = Fixture.request
    request.target = Target(certification: "RNCP28236", scope: .blocs, leave: nil, blocs: ["B3"])
    var deliberation = deliberation(.recorded, .partial)
    deliberation.rulings = [JuryRuling(code: "C9", outcome: .acquired, reason: nil)]
    deliberation.blocs = RollUp.blocs(of: Fixture.certification, deliberation.rulings, target: request.target)
    let text = String(
      decoding: try #require(
        try ResultLetter.page(request, Fixture.certification, Fixture.session, deliberation)), as: UTF8.self)
    #expect(text.contains("le bloc demandé est acquis") && text.contains("non visé par la demande"))
    #expect(!text.contains("non admissible") && !text.contains("Ce qui reste à faire"))
  }

  @Test("A bloc kept from an earlier session has no second attestation, and the letter says since when")
  func held() throws {
    var deliberation = deliberation(.recorded, .full, refused: nil)
    deliberation.rulings = deliberation.rulings.filter { ["C1", "C2", "C3", "C4"].contains($0.code) }
    deliberation.held = [
      Held(code: "B2", date: Fixture.day("2020-03-24")), Held(code: "C9", date: Fixture.day("2021-03-24")),
    ]
    let text = try #require(try letter(deliberation))
    #expect(text.components(of: "Attestation de bloc").count == 2)
    #expect(text.contains("B2 (délibération du 24 mars 2020) et C9 (délibération du 24 mars 2021)"))
  }

  @Test("The letter says the length of keeping that the centre applies, beside both texts (art. 55.3, fiche)")
  func retention() throws {
    var session = Fixture.session
    (session.parameters.heldCapacityMonths, session.parameters.heldBlocMonths) = (24, 0)
    let text = String(
      decoding: try #require(
        try ResultLetter.page(
          Fixture.request, Fixture.certification, session, deliberation(.recorded, .partial))), as: UTF8.self)
    #expect(
      text.contains("24 mois à compter de la délibération et un bloc")
        && text.contains("sans limite de durée"))
  }

  @Test("A revoked result stands in the minutes as revoked, and its blocs are in no list")
  func revokedMinutes() {
    var revoked = deliberation(.recorded, .revoked, refused: nil)
    revoked.revocation = Revocation(
      date: Fixture.day("2022-04-01"), by: "La présidence", previous: .full, reason: "Pièce falsifiée.")
    let text = String(
      decoding: Minutes(
        session: Fixture.session, certification: Fixture.certification,
        cases: [.init(request: Fixture.request, deliberation: revoked)]
      ).render(), as: UTF8.self)
    #expect(text.contains("Décision révoquée") && text.contains("Pièce falsifiée."))
    #expect(!text.contains("B1, B2 et B3"))
  }

  @Test(
    "A town takes its article",
    arguments: [("Le Creusot", "au Creusot"), ("Les Lilas", "aux Lilas"), ("Lyon", "à Lyon")])
  func town(name: String, expected: String) { #expect(French.at(name) == expected) }

  @Test("The minutes show the three acts, the vote and what is to be checked")
  func minutes() {
    let cases = [
      Minutes.Case(request: Fixture.request, deliberation: deliberation(.recorded, .partial)),
      Minutes.Case(request: Fixture.request, deliberation: deliberation(.contested, nil)),
    ]
    let text = String(
      decoding: Minutes(session: Fixture.session, certification: Fixture.certification, cases: cases)
        .render(),
      as: UTF8.self)
    #expect(text.contains("Feuille d’émargement") && text.contains("4 voix pour, 0 contre"))
    #expect(text.contains("à vérifier avant toute notification"))
    #expect(text.contains("Bordereau de transmission"))
  }
}

extension String {
  fileprivate func components(of part: String) -> [Substring] {
    split(separator: part, omittingEmptySubsequences: false)
  }
}
