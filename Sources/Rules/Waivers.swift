import Artefacts

extension Finding {
  /// A departure granted by a person turns a point to decide into a satisfied one, its reason said.
  func waived(for number: String, by waivers: [Waiver]) -> Finding {
    guard result == .toDecide,
      let waiver = waivers.last(where: { $0.number == number && $0.rule == rule })
    else { return self }
    return rule.satisfied(
      "\(message) Dérogation : \(waiver.reason)",
      figures: figures.map { ($0.name, $0.value) } + [
        ("dérogation", "\(waiver.by), le \(waiver.date.label)")
      ],
      source: source)
  }
}
