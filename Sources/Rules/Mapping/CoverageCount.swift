import Artefacts

/// How the whole dossier covers each capacity: information for people, never a refusal.
enum CoverageCount {
  static func coverage(
    of certification: Certification, by situations: [MappedSituation], intake: Intake
  ) -> [Coverage] {
    let items = intake.items.filter { $0.state == .present }
    let present = Set(items.map(\.id))
    return certification.blocs.flatMap { bloc in
      bloc.capacities.map { capacity in
        var level = CoverageLevel.nothing
        var count = 0
        var claims = 0
        var evidence: Set<String> = []
        var current: Set<String> = []
        for (mapped, situation) in zip(situations, intake.situations) {
          guard let link = mapped.links.first(where: { $0.capacity == capacity.code }) else { continue }
          if link.claimed { claims += 1 }
          if link.support == .nothing { continue }
          count += 1
          level = max(level, link.support)
          let own = Set(situation.uses.map(\.evidence).filter(present.contains))
          evidence.formUnion(own)
          current.formUnion(
            items.filter { item in
              own.contains(item.id) && item.date.map { EvidenceSupport.isWithin($0, situation) } == true
            }.map(\.id))
        }
        return Coverage(
          capacity: capacity.code, bloc: bloc.code, level: level, situations: count, claims: claims,
          evidence: evidence.count,
          valid: items.count { evidence.contains($0.id) && $0.kind != .other },
          authentic: items.count { evidence.contains($0.id) && $0.author != nil }, current: current.count)
      }
    }
  }
}
