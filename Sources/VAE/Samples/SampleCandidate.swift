import Artefacts
import Language

/// One fictitious candidate: the request, the dossier, and what people recorded of it.
struct SampleCandidate {
  let id: String
  let request: Request
  let dossier: Dossier
  let record: Record?
  let decision: Decision?

  private static let capacities = (1...9).map { "C\($0)" }

  init(rank: Int, digits: Int, dice: inout Dice) {
    let number = String(rank)
    let padded = String(repeating: "0", count: max(0, digits - number.count)) + number
    id = "candidat-" + padded
    request = SampleCandidate.request(padded, &dice)
    dossier = SampleCandidate.dossier(&dice)
    let failed = dice.chance(60) ? nil : SampleCandidate.capacities[dice.below(9)]
    record = dice.chance(85) ? SampleCandidate.record(request.number, failed) : nil
    decision = record != nil && dice.chance(85) ? SampleCandidate.decision(request.number, failed) : nil
  }

  private static func request(_ padded: String, _ dice: inout Dice) -> Request {
    let female = dice.chance(60)
    let first = dice.pick(
      female
        ? ["Camille", "Inès", "Élodie", "Chloé", "Maëlle"] : ["Hugo", "Farid", "Noël", "Jérôme", "Loïc"])
    let received = Day(literal: 2021, 9, 1 + dice.below(28))
    let hours = dice.chance(92) ? 1607 + dice.below(9000) : 400 + dice.below(1100)
    let experience = Experience(
      status: .employee, related: true, start: Day(literal: 2015, 1 + dice.below(12), 1),
      end: Day(literal: 2021, 8, 31), weeklyHours: Hours(35), totalHours: Hours(hours), fullTimeYear: nil,
      siret: nil,
      family: nil,
      position: "Gestionnaire du personnel", employer: "Entreprise fictive",
      activities: dice.pick(3, of: SampleText.bank["ROLE"] ?? []))
    return Request(
      number: "DEMO-\(padded)", nature: .first,
      target: Target(certification: "RNCP28236", scope: .whole, leave: nil, blocs: []), prior: nil, held: [],
      person: Person(
        sex: female ? .female : .male, birthName: "Fictif-\(padded)", usageName: nil, firstNames: [first],
        birth: Birth(
          date: Day(literal: 1970 + dice.below(26), 1 + dice.below(12), 1 + dice.below(28)), commune: "Metz",
          insee: "57463", postcode: nil, country: "FRA"),
        address: Address(street: "1 rue de l’Exemple", postcode: "57000", town: "Metz"), email: nil),
      level: Level(lastClass: "2", highestDiploma: "5", titles: ["Baccalauréat professionnel"]),
      experiences: [experience],
      declaration: Declaration(sworn: true, signedOn: received, signature: .handwritten),
      reception: Reception(
        initiatedOn: received, receivedOn: received, completeOn: dice.chance(95) ? received : nil,
        reminders: [],
        decision: dice.chance(80)
          ? RequestDecision(
            outcome: hours >= 1607 ? .favourable : .unfavourable, date: received.adding(months: 1),
            by: "Commission fictive", reason: nil) : nil),
      attachments: [
        Attachment(kind: .identity, signatures: nil, separatesWork: nil, title: "Carte d’identité"),
        Attachment(
          kind: .employerCertificate, signatures: nil, separatesWork: nil, title: "Certificat de travail"),
      ])
  }

  private static func dossier(_ dice: inout Dice) -> Dossier {
    let count = 3 + dice.below(2)
    let order = dice.pick(9, of: capacities)
    let evidence = SampleFile.all.enumerated().map { index, file in
      Evidence(
        id: "E\(index + 1)", file: file.name, kind: .workDocument,
        date: Day(literal: 2020, 1 + dice.below(12), 15),
        title: file.title, author: nil)
    }
    let situations = (1...count).map { rank in
      let own = order.enumerated().filter { $0.offset % count == rank - 1 }.map(\.element)
      return SampleText.situation(
        rank, capacities: own, uses: [evidence[rank % evidence.count].id], dice: &dice)
    }
    return Dossier(
      submittedOn: Day(literal: 2021, 12, 1 + dice.below(28)), origin: nil,
      declarations: DossierDeclarations(authentic: true, masked: true), situations: situations,
      evidence: evidence, notes: [])
  }

  private static func record(_ number: String, _ failed: String?) -> Record {
    Record(
      number: number, date: Day(literal: 2022, 2, 15), start: "09:30", end: "10:15", status: .held,
      present: [Presence(member: "P1"), Presence(member: "P2")], recusals: [], adjustments: [],
      companyOpinion: nil,
      assessments: capacities.map { code in
        Assessment(
          capacity: code, outcome: code == failed ? .notAcquired : .acquired,
          reason: code == failed
            ? "Les explications sont restées générales." : "Explique sa démarche, document à l’appui.",
          evidence: [EvidenceRef(ref: "E1")])
      }, notes: [], revocation: nil, earlier: [])
  }

  private static func decision(_ number: String, _ failed: String?) -> Decision {
    Decision(
      number: number, date: Day(literal: 2022, 3, 24), summaryExamined: true,
      result: failed == nil ? .full : .partial,
      present: (1...4).map { Presence(member: "J\($0)") }, recusals: [],
      conformity: Conformity(compliant: true, remark: nil), settled: nil,
      vote: Vote(votesFor: 4, against: 0, abstain: 0, castingVote: false),
      rulings: capacities.map { code in
        JuryRuling(
          code: code, outcome: code == failed ? .notAcquired : .acquired,
          reason: code == failed ? "La commission n’a pas obtenu d’explication précise." : nil)
      }, revocation: nil)
  }
}
