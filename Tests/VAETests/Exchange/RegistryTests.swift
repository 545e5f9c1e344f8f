import Foundation
import Testing
import XML

@testable import Artefacts
@testable import Exchange
@testable import Rules
@testable import VAE

@Suite("Registre national : Caisse des dépôts")
struct RegistryTests {
  private let registry = DepositAccount(client: "EXEMPLE1", contract: "MCFCER000000", postcode: nil)

  private func award(_ number: String = "VAE-1", _ change: (inout Request) -> Void = { _ in }) -> Award {
    var request = Fixture.request
    request.number = number
    change(&request)
    return Award(session: Fixture.session, request: request, awardedOn: Fixture.day("2022-03-24"))
  }

  private var moment: DepositFile.Moment {
    get throws { try #require(DepositFile.Moment("2022-04-01T09:30")) }
  }

  @Test(
    "The moment bears the offset of Paris, summer or winter, never Z nor a fraction",
    arguments: [
      ("2026-03-29T01:59", "+01:00"), ("2026-03-29T03:00", "+02:00"), ("2026-10-25T02:59", "+02:00"),
      ("2026-10-25T03:00", "+01:00"), ("2026-01-15T10:00", "+01:00"), ("2026-07-15T10:00", "+02:00"),
      ("2022-03-27T03:00", "+02:00"), ("2022-03-26T23:00", "+01:00"),
    ])
  func offset(spelling: String, offset: String) throws {
    #expect(try #require(DepositFile.Moment(spelling)).stamp == spelling + ":00" + offset)
  }

  @Test(
    "What is no moment is none",
    arguments: [
      "2022-03-27T02:30", "", "2026-03-29", "2026-02-30T10:00", "2026-03-29T24:00", "2026-03-29T9:30",
    ])
  func noMoment(spelling: String) { #expect(DepositFile.Moment(spelling) == nil) }

  @Test("The same awards give the same bytes, whatever their order; another moment, another identifier")
  func deterministic() throws {
    let (one, two) = (award("A"), award("B"))
    #expect(
      try DepositFile.files([one, two], registry, at: moment)
        == DepositFile.files([two, one], registry, at: moment))
    let other = try #require(DepositFile.Moment("2022-04-01T09:31"))
    #expect(
      try DepositFile.files([one], registry, at: moment) != DepositFile.files([one], registry, at: other))
  }

  @Test("Too many awards are split, none lost")
  func split() throws {
    var bounds = DepositFile.Bounds()
    bounds.awards = 2
    let awards = (1...5).map { award("VAE-\($0)") }
    let files = try DepositFile.files(awards, registry, at: moment, bounds: bounds)
    #expect(files.count == 3)
    let text = files.map { String(decoding: $0, as: UTF8.self) }.joined()
    for each in awards { #expect(text.contains(">\(each.id)<")) }
    bounds = DepositFile.Bounds()
    bounds.bytes = 1
    #expect(try DepositFile.files(awards, registry, at: moment, bounds: bounds).count == 5)
    #expect(try DepositFile.files([], registry, at: moment).isEmpty)
  }

  @Test(
    "Every shape of a person is valid against the official XSD, where it is beside the project",
    .enabled(if: Place.isShared(Place.depositSchema)))
  func official() throws {
    let xsd = try Data(contentsOf: Place.shared.appending(path: Place.depositSchema))
    let schema = try Schema(xsd: Array(xsd))
    let awards = [
      award("A"), award("B") { $0.person.usageName = "AUTRE" },
      award("C") { $0.person.firstNames = ["Un", "Deux", "Trois", "Quatre"] },
      award("D") {
        ($0.person.birth.insee, $0.person.birth.postcode, $0.person.birth.country) = (nil, nil, "MAR")
      },
      award("E") { $0.person.birthName = String(repeating: "X", count: 90) },
      award("F") { $0.target.leave = true },
    ]
    for file in try DepositFile.files(awards, registry, at: moment) {
      try schema.check(file, file: "flux.xml")
      #expect(!String(decoding: file, as: UTF8.self).contains("Z</cpf:horodatage>"))
    }
    let broken = Array("<cpf:flux xmlns:cpf=\"urn:cdc:cpf:pc5:schema:1.0.0\"/>".utf8)
    #expect(throws: Refusal.self) { try schema.check(broken, file: "flux.xml") }
  }

  @Test("What the XSD does not check of a birth is told, and not sent")
  func births() {
    #expect(award().problems.isEmpty)
    #expect(!award("A") { $0.person.birth.insee = nil }.problems.isEmpty)
    #expect(!award("A") { $0.person.birth.country = "MAR" }.problems.isEmpty)
    #expect(award("A") { ($0.person.birth.country, $0.person.birth.insee) = ("MAR", nil) }.problems.isEmpty)
  }

  @Test("What the format cuts of an identity is told")
  func cuts() {
    #expect(award().cuts == [])
    let long = award("VAE-1") { $0.person.birthName = String(repeating: "LONG ", count: 20) }
    #expect(long.cuts == ["nom de naissance"])
  }

  private func report(_ inside: String) throws -> DepositReport {
    try document("<rapport><nomFichier>f.xml</nomFichier>\(inside)</rapport>")
  }

  private func document(_ text: String) throws -> DepositReport {
    let deposit = try Deposit()
    return try DepositReport(deposit.file("r.xml", Array(text.utf8)))
  }

  @Test("A report says what was taken, what to correct and how; both spellings are read")
  func reports() throws {
    let read = try report(
      """
      <PassagesKO><passage><idTechnique>1</idTechnique><messageErreur>Aucun titulaire ne correspond</messageErreur></passage>
      <passage><idTechnique>2</idTechnique><messageErreur>Le passage certification … existe déjà en base</messageErreur></passage></PassagesKO>
      <passagesOK><idTechnique>3</idTechnique></passagesOK>
      """)
    #expect(read.accepted.sorted() == ["2", "3"])
    #expect(read.rejected.map(\.id) == ["1"])
    #expect(read.rejected[0].advice.contains("nom de naissance"))
    let both = try report(
      """
      <passagesOK><idTechnique>1</idTechnique><idTechnique></idTechnique></passagesOK>
      <passagesKO><passage><idTechnique>1</idTechnique><messageErreur>Aucun titulaire</messageErreur></passage></passagesKO>
      """)
    #expect(both.accepted == [] && both.rejected.map(\.id) == ["1"])
    let whole = try report(
      "<erreurs><erreur><type>XSD</type><message>m</message><ligne>1</ligne><colonne>18</colonne></erreur></erreurs>"
    )
    #expect(whole.refusals == ["ligne 1, colonne 18 : m"])
    #expect(throws: Refusal.self) { try document("<autre/>") }
    #expect(throws: Refusal.self) { try document("<!DOCTYPE a><rapport/>") }
  }

  @Test("An award is due at the register within three months, until it is taken (L6113-8)")
  func deadline() {
    let sitting = Sitting(
      date: Fixture.day("2022-03-24"), summaryExamined: true, members: [], recusals: [],
      conformity: Conformity(compliant: true, remark: nil), settled: nil,
      vote: Vote(votesFor: 1, against: 0, abstain: 0, castingVote: false))
    var deliberation = Deliberation(
      state: .recorded, result: .full, summary: [], sitting: sitting, held: [], rulings: [], blocs: [],
      revocation: nil, findings: [])
    let empty = DepositLedger(deposited: [])
    func due(_ ledger: DepositLedger) -> Day? {
      ResultDeadlines.register(deliberation, ledger, number: "VAE-1")?.date
    }
    #expect(due(empty) == Fixture.day("2022-06-24"))
    #expect(due(DepositLedger(deposited: [Deposited(id: "S-VAE-1", file: "f", deletedOn: nil)])) == nil)
    deliberation.result = .partial
    #expect(due(empty) == nil)
  }
}
