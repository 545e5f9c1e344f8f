import Foundation
import Schemas
import Testing
import XML

@testable import Artefacts
@testable import Language
@testable import VAE

@Suite("Schemas and vocabulary")
struct VocabularyTests {
  private func check<C: Code>(_ type: C.Type) {
    let spellings = Set(C.allCases.map(\.rawValue))
    #expect(spellings == Set(Labels.table[C.vocabulary, default: [:]].keys), "\(C.self)")
    #expect(C.allCases.allSatisfy { !$0.label.isEmpty })
  }

  @Test("Each enumeration of the code is that of the XSD, value for value")
  func enumerations() {
    check(FindingResult.self)
    check(CapacityOutcome.self)
    check(Strength.self)
    check(SectionKind.self)
    check(EvidenceKind.self)
    check(RequestNature.self)
    check(TargetScope.self)
    check(Sex.self)
    check(ActivityStatus.self)
    check(AttachmentKind.self)
    check(Signature.self)
    check(DecisionOutcome.self)
    check(Verdict.self)
    check(InterviewStatus.self)
    check(AwardResult.self)
    check(College.self)
    check(AdmissibilityOutcome.self)
    check(OutcomeBasis.self)
    check(RegimeName.self)
    check(FileType.self)
    check(FileProblem.self)
    check(ItemState.self)
    check(IntakeState.self)
    check(CoverageLevel.self)
    check(QuestionGround.self)
    check(DeliberationState.self)
    check(StageOutcome.self)
    check(Severity.self)
    check(DossierStatus.self)
    check(LegalRuleName.self)
    check(LineTreatment.self)
    check(Completeness.self)
    check(SensitiveKind.self)
    check(BranchRuleName.self)
    check(Rule.self)
    check(DiagnosticCode.self)
    #expect(Labels.table.count == 47)
  }

  @Test("Every element, attribute, type and value of every XSD is documented in French")
  func documented() throws {
    for file in Schemas.files {
      var bare: [String] = []
      func visit(_ element: Element) {
        if ["element", "attribute", "enumeration", "complexType", "simpleType"].contains(element.name) {
          let documentation = element.first("annotation")?.first("documentation")
          // A type written in place is documented by its element.
          let isAnonymous = element.name.hasSuffix("Type") && element["name"] == nil
          if documentation?["lang"] != "fr" && !isAnonymous {
            bare.append("\(element.name) \(element["name"] ?? "")")
          }
        }
        element.children.forEach(visit)
      }
      visit(try Element(trusted: file.bytes))
      #expect(bare.isEmpty, "\(file.name): \(bare)")
    }
  }

  @Test("The certification is the fiche, word for word where it counts")
  func fiche() throws {
    let certification = Fixture.certification
    #expect(certification.registration.start == Fixture.day("2017-04-21"))
    #expect(certification.registration.end == Fixture.day("2022-04-21"))
    #expect(certification.registration.successor == nil)
    #expect(certification.level == nil)
    #expect(
      certification.blocs.map { $0.capacities.map(\.code) } == [
        ["C1", "C2", "C3", "C4"], ["C5", "C6", "C7", "C8"], ["C9"],
      ])
  }

  @Test("Each capacity has the words of the fiche", .enabled(if: Place.isShared(Place.fiche)))
  func words() throws {
    let text = try String(contentsOf: Place.shared.appending(path: Place.fiche), encoding: .utf8)
    func flat(_ text: String) -> String {
      text.replacing("’", with: "'").split { $0.isWhitespace }.joined(separator: " ")
    }
    // The fiche prints C2 once with a stray comma and C6 once without its parenthesis: one of the two is ours.
    for capacity in Fixture.certification.capacities {
      #expect(flat(text).contains(flat("\(capacity.code) \(capacity.label)")), "\(capacity.code)")
    }
  }

  @Test("Reading what was written gives the same artefact, for every kind of source of a made-up session")
  func law() throws {
    for rank in 0..<20 {
      var dice = Dice(seed: UInt64(rank))
      let candidate = SampleCandidate(rank: rank, digits: 4, dice: &dice)
      #expect(try again(candidate.request) == candidate.request)
      #expect(try again(candidate.dossier) == candidate.dossier)
      if let record = candidate.record { #expect(try again(record) == record) }
      if let decision = candidate.decision { #expect(try again(decision) == decision) }
    }
  }

  private func again<A: Artefact>(_ value: A) throws -> A {
    try A(xml: Schemas.read(A.name, value.xml.document(namespace: Schemas.namespace), file: "essai.xml"))
  }
}
