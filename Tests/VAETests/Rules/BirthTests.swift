import Testing
import XML

@testable import Artefacts
@testable import Rules

/// What the register will ask is said at the request, in the same words as at the export.
@Suite("Naissance et pièces comptées une fois")
struct BirthTests {
  @Test(
    "A birth that the register would refuse, or an age that cannot be, is told at the request",
    arguments: [
      ("1986-04-17", String?("57463"), "FRA", FindingResult.satisfied),
      ("1986-04-17", nil, "FRA", .notEvaluated),
      ("1986-04-17", "97411", "REU", .toDecide), ("1986-04-17", "97411", "FRA", .satisfied),
      ("1986-04-17", "57463", "DEU", .toDecide), ("1986-04-17", "99109", "DEU", .satisfied),
      ("1986-04-17", nil, "DEU", .satisfied), ("1986-04-17", "99109", "FRA", .toDecide),
      ("2085-04-17", "57463", "FRA", .toDecide), ("2012-04-17", "57463", "FRA", .toDecide),
      ("1886-04-17", "57463", "FRA", .toDecide),
    ])
  func birth(date: String, insee: String?, country: String, expected: FindingResult) throws {
    var request = Fixture.request
    request.person.birth = Birth(
      date: Fixture.day(date), commune: "Metz", insee: insee, postcode: nil, country: country)
    let admissibility = try Fixture.assess(request)
    #expect(admissibility.findings["request.birth"] == expected)
    #expect(admissibility.outcome == .receivable)
  }

  @Test("One content cited under two names is one piece")
  func content() {
    func count(_ digests: [String]) -> Int {
      var dossier = Fixture.dossier
      let uses = digests.indices.map { EvidenceUse(evidence: "E\($0)") }
      dossier.situations = [
        Situation(
          id: "S1", title: "S", claims: [Claim(capacity: "C1")], uses: uses, sections: [])
      ]
      let items = digests.enumerated().map { rank, digest in
        BoundEvidence(
          id: "E\(rank)", file: "f\(rank).pdf", kind: .other, state: .present, sha256: digest, title: "T")
      }
      return EvidenceSupport.support(of: dossier, items).first?.items ?? -1
    }
    #expect(count(["a", "b"]) == 2)
    #expect(count(["a", "a"]) == 1)
  }
}
