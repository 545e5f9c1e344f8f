import Foundation
import Testing
import XML

@testable import Artefacts
@testable import Pages
@testable import Rules

/// The page of the deliberation and the tool judge the same sittings: what the page lets through, the tool finds sound.
@Suite("La page du jury et l’outil")
struct JuryAgreementTests {
  /// One candidate before one jury.
  struct Sitting {
    var present: Set<String> = []
    var recused: Set<String> = []
    var vote = Vote(votesFor: 0, against: 0, abstain: 0, castingVote: false)
    var held: Set<String> = []
    var outcomes: [String: CapacityOutcome] = [:]
  }

  static let jurors = (1...7).map { number in
    Juror(
      id: "J\(number)", college: number % 2 == 0 ? .unions : .employers, chair: number == 1,
      voting: number < 7, sex: .female, name: "Membre \(number)")
  }

  /// The same sittings each time; most votes add up, so that what comes after the count is tried too.
  static let sittings: [Sitting] = {
    var seed = Seed(state: 2021)
    let codes = Fixture.certification.capacities.map(\.code)
    return (0..<600).map { _ in
      var sitting = Sitting()
      let (isDeserted, isSilent) = (seed.next(15) == 0, seed.next(15) == 0)
      for juror in jurors {
        if seed.next(5) > 0 && !isDeserted { sitting.present.insert(juror.id) }
        if seed.next(8) == 0 { sitting.recused.insert(juror.id) }
      }
      let voices = jurors.count { $0.voting && sitting.present.subtracting(sitting.recused).contains($0.id) }
      let votesFor = seed.next(voices + 1)
      let against = seed.next(voices - votesFor + 1)
      let slip = seed.next(6) == 0 && !isDeserted ? seed.next(3) : 0
      if !isSilent {
        sitting.vote = Vote(
          votesFor: votesFor, against: against, abstain: voices - votesFor - against + slip,
          castingVote: seed.next(3) == 0)
      }
      let kind = seed.next(3)
      for code in codes {
        if seed.next(6) == 0 && sitting.held.count < codes.count - 1 {
          sitting.held.insert(code)
        } else {
          let isAcquired = kind == 0 || kind == 1 && seed.next(2) == 0
          sitting.outcomes[code] = isAcquired ? .acquired : .notAcquired
        }
      }
      return sitting
    }
  }()

  @Test(
    "Each sitting has the same result and the same problem of vote", .enabled(if: Place.isInstalled("nodejs"))
  )
  func agreement() throws {
    let said = try Self.page(Self.sittings)
    try #require(said.count == Self.sittings.count)
    var outcomes: Set<VoteOutcome> = []
    var results: Set<AwardResult> = []
    for (sitting, page) in zip(Self.sittings, said) {
      let (outcome, vote, result) = Self.tool(sitting)
      outcomes.insert(outcome)
      results.insert(result)
      #expect(page.result == result.rawValue, "\(sitting)")
      #expect((page.problem != nil) == (vote == .notSatisfied), "\(sitting)")
      #expect(page.problem == Self.words(outcome, of: sitting), "\(sitting)")
    }
    #expect(outcomes == Set(VoteOutcome.allCases), "the sittings try every outcome")
    #expect(results == [.full, .partial, .nothing])
  }

  @Test("The table of votes says what the rule says in words")
  func rule() {
    for sitting in Self.sittings {
      let (vote, voices) = (sitting.vote, Self.voices(sitting))
      let isTie = vote.votesFor == vote.against
      let isSound =
        vote.votesFor + vote.against + vote.abstain == voices && vote.votesFor > 0
        && vote.votesFor >= vote.against && isTie == vote.castingVote
      #expect(vote.outcome(voices: voices).isWrong == !isSound, "\(sitting)")
    }
  }

  private static func decision(_ sitting: Sitting) -> Decision {
    var decision = Fixture.template(Decision.self)
    decision.present = sitting.present.subtracting(sitting.recused).sorted().map { Presence(member: $0) }
    decision.vote = sitting.vote
    decision.rulings = sitting.outcomes.map { JuryRuling(code: $0.key, outcome: $0.value, reason: nil) }
    return decision
  }

  private static func voices(_ sitting: Sitting) -> Int {
    var session = Fixture.session
    session.jury.members = jurors
    return JuryRules(
      decision(sitting), session: session, certification: Fixture.certification, regimes: Fixture.regimes
    ).present.count(where: \.voting)
  }

  /// What the tool says, through the rules that it runs.
  private static func tool(_ sitting: Sitting) -> (VoteOutcome, FindingResult?, AwardResult) {
    let (decision, voices) = (decision(sitting), voices(sitting))
    let findings = VoteRules.findings(decision, voting: voices, source: "fiche")
    let blocs = RollUp.blocs(of: Fixture.certification, decision.rulings, held: sitting.held)
    return (
      sitting.vote.outcome(voices: voices), findings.first { $0.rule == Rule.juryVote }?.result,
      RollUp.result(of: blocs)
    )
  }

  private static func words(_ outcome: VoteOutcome, of sitting: Sitting) -> String? {
    let vote = sitting.vote
    if !outcome.isWrong { return nil }
    return outcome.problem
      .replacingOccurrences(of: "{cast}", with: String(vote.votesFor + vote.against + vote.abstain))
      .replacingOccurrences(of: "{voices}", with: String(voices(sitting)))
  }
}

extension JuryAgreementTests {
  /// What the page says of a sitting.
  struct Said: Decodable {
    let result: String
    let problem: String?
  }

  /// What the page’s own script needs around it: the fields by their names, and who takes what it registers.
  private static let harness = """
    const fs = require("fs");
    const { cases, data, rows, script } = JSON.parse(fs.readFileSync(process.argv[1], "utf8"));
    const element = (name, attributes, children = []) => ({ name, attributes, children, text: "" });
    const named = (parent, name) => parent.children.filter(child => child.name === name);
    const said = cases.map(({ codes, held, total, values }) => {
      let page;
      const nodes = codes.map(capacity => ({ dataset: { capacity } }));
      const candidate = { dataset: { candidate: "X", name: "X", held, total }, querySelectorAll: () => nodes };
      const form = {
        addEventListener() {},
        querySelectorAll: selector => selector === "[data-member]" ? rows : [candidate],
      };
      const detail = {
        form, data, named, value: name => values[name] || "", ownOf: () => ({ number: "1" }),
        isRevocationBegun: () => false, start: own => { page = own; },
      };
      globalThis.document = { addEventListener: (name, listener) => listener({ detail }) };
      (0, eval)(script);
      const decision = element("decision", {}, [element("vote", {}), element("conformity", {})]);
      page.finish(element("decisions", {}, [element("case", { number: "1" }, [decision])]));
      const found = page.problems().find(each => ["X.for", "X.casting"].includes(each.field));
      return { result: decision.attributes.result, problem: found ? found.text.replace("X : ", "") : null };
    });
    process.stdout.write(JSON.stringify(said));
    """

  private static func page(_ sittings: [Sitting]) throws -> [Said] {
    var writer = Writer()
    let place = FormElement.root("decisions").element("case").element("decision")
    JSON.object(JuryData(results: place.attribute("result")).members).write(to: &writer)
    let input: [String: Any] = [
      "script": String(decoding: Pages.PackageResources.decisions_js, as: UTF8.self),
      "data": try JSONSerialization.jsonObject(with: Data(writer.bytes)),
      "rows": jurors.map { ["dataset": ["member": $0.id, "voting": $0.voting.spelling]] },
      "cases": sittings.map(fields),
    ]
    let file = FileManager.default.temporaryDirectory.appending(path: "acquis-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try JSONSerialization.data(withJSONObject: input).write(to: file)
    let (process, out) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/nodejs")
    process.arguments = ["-e", harness, file.path]
    process.standardOutput = out
    try process.run()
    let said = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([Said].self, from: said)
  }

  /// A sitting as the fields of the page hold it.
  private static func fields(_ sitting: Sitting) -> [String: Any] {
    var values = [
      "on": "2022-03-24", "X.for": String(sitting.vote.votesFor), "X.against": String(sitting.vote.against),
      "X.abstain": String(sitting.vote.abstain), "X.casting": sitting.vote.castingVote ? "true" : "",
    ]
    for member in sitting.present { values["present.\(member)"] = "true" }
    for member in sitting.recused { values["X.recused.\(member)"] = "Parent du candidat" }
    for (code, outcome) in sitting.outcomes { values["X.\(code)"] = outcome.rawValue }
    return [
      "values": values, "codes": sitting.outcomes.keys.sorted(), "held": String(sitting.held.count),
      "total": String(Fixture.certification.capacities.count),
    ]
  }
}

/// Numbers that are the same in each run.
private struct Seed {
  var state: UInt64

  /// - Parameter limit: above every number given.
  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
