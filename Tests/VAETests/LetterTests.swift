import Testing
import XML

@testable import VAE

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
        date: Fixture.day("2022-03-24"), members: [], recusals: [],
        conformity: Conformity(compliant: true, remark: nil),
        vote: Vote(votesFor: 4, against: 0, abstain: 0, castingVote: false)),
      rulings: rulings, blocs: RollUp.blocs(of: Fixture.certification, rulings), findings: [])
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

  @Test("No letter is written for what is contested, adjourned or not decided")
  func none() throws {
    #expect(try letter(deliberation(.contested, nil)) == nil)
    #expect(try letter(deliberation(.recorded, .adjourned)) == nil)
    #expect(try letter(deliberation(.awaiting, nil)) == nil)
  }

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
    #expect(text.contains("Feuille d’émargement") && text.contains("4 pour, 0 contre"))
    #expect(text.contains("à vérifier avant toute notification"))
    #expect(text.contains("Bordereau de transmission"))
  }
}

extension String {
  fileprivate func components(of part: String) -> [Substring] {
    split(separator: part, omittingEmptySubsequences: false)
  }
}
