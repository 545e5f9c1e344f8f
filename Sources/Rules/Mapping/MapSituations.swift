import Artefacts
import Language
import XML

/// Situations against capacities: what the candidate claims, what the text suggests, what the adviser confirms.
/// Three things kept apart; none of them is a decision.
package func mapSituations(
  _ intake: Intake, _ request: Request, _ certification: Certification, _ given: Review?
) throws(Refusal) -> Mapping? {
  // A review put in the wrong folder confirms nothing.
  let review = given.flatMap { ownership(of: $0, request).result == .notSatisfied ? nil : $0 }
  // Nor does one that says nothing.
  let opinion = review.flatMap { $0.items.isEmpty ? nil : $0 }
  let suggester = Teaching.suggester(of: certification)
  let codes = certification.capacities.map(\.code)
  let situations = intake.situations.map { situation in
    let proposals = suggester?.proposals(for: situation.sections.flatMap(\.paragraphs)) ?? []
    let claimed = Set(situation.claims.map(\.capacity))
    let links = codes.enumerated().compactMap { rank, code -> CapacityLink? in
      let item = review?.items.last { $0.situation == situation.id && $0.capacity == code }
      let proposal = proposals.first { $0.capacity == rank }
      guard proposal != nil || claimed.contains(code) || item != nil else { return nil }
      return CapacityLink(
        capacity: code, claimed: claimed.contains(code), proposed: proposal?.strength,
        probability: proposal?.percent,
        verdict: item?.verdict, reason: item?.reason, passages: proposal?.passages ?? [])
    }
    return MappedSituation(
      id: situation.id, digest: situation.textDigest, title: situation.title, links: links)
  }
  let coverage = CoverageCount.coverage(of: certification, by: situations, intake: intake)
  return Mapping(
    reviewedBy: opinion?.by, reviewedOn: opinion?.date, situations: situations, coverage: coverage,
    blocs: certification.blocs.map { bloc in
      let own = coverage.filter { $0.bloc == bloc.code }
      return BlocCoverage(code: bloc.code, covered: own.count { $0.level != .nothing }, total: own.count)
    },
    findings: MappingRules.findings(
      intake, certification, review: review, ownership: given.map { ownership(of: $0, request) },
      coverage: coverage, situations: situations))
}

private func ownership(of review: Review, _ request: Request) -> Finding {
  Ownership.finding(
    .mappingReview, number: review.number, candidate: review.candidate, of: request, document: "La relecture")
}

extension Situation {
  /// The digest of what a person reads: title and paragraphs.
  var textDigest: String {
    Digest.of(Array(([title] + sections.flatMap(\.paragraphs)).joined(separator: "\n").utf8))
  }
}

extension CapacityLink {
  /// How far the link can be counted on: the adviser’s word first, then the text, then the claim alone.
  var support: CoverageLevel {
    switch (verdict, proposed) {
    case (.dismissed, _): .nothing
    case (.confirmed, _), (.added, _), (nil, .strong): .strong
    case (nil, .probable): .probable
    case (nil, .weak): .weak
    case (nil, nil): claimed ? .weak : .nothing
    }
  }
}
