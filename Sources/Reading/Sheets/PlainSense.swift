import Artefacts
import Language

/// What is odd in a request, and worth a second look before it goes further: said at once, and decided by nobody here.
enum PlainSense {
  typealias Oddity = (message: String, advice: String)

  static func oddities(of request: Request) -> [Oddity] {
    target(request.target) + birth(request) + request.experiences.flatMap { experience($0, request) }
      + dates(request.reception)
      + names(request.person)
  }

  private static func target(_ target: Target) -> [Oddity] {
    guard target.scope == .whole, !target.blocs.isEmpty else { return [] }
    return [
      (
        "la demande vise la certification entière, et des blocs",
        "vider la colonne des blocs, ou choisir « blocs de compétences »"
      )
    ]
  }

  private static func birth(_ request: Request) -> [Oddity] {
    let (born, received) = (request.person.birth.date, request.reception.receivedOn)
    let advice = "vérifier la date de naissance"
    if born > received { return [("la naissance est après la réception de la demande", advice)] }
    if born.adding(months: 16 * 12) > received { return [("le candidat a moins de 16 ans", advice)] }
    return born.adding(months: 100 * 12) < received ? [("le candidat a plus de 100 ans", advice)] : []
  }

  private static func experience(_ experience: Experience, _ request: Request) -> [Oddity] {
    let name = "expérience « \(experience.position) »"
    var oddities: [Oddity] = []
    if experience.start < request.person.birth.date.adding(months: 16 * 12) {
      oddities.append(("\(name) : commence avant les 16 ans du candidat", "vérifier ses dates"))
    }
    if experience.start > request.reception.receivedOn {
      oddities.append(("\(name) : commence après la réception de la demande", "vérifier ses dates"))
    }
    if let end = experience.end, end < experience.start {
      oddities.append(("\(name) : finit avant d’avoir commencé", "corriger ses dates"))
    }
    return oddities
  }

  private static func dates(_ reception: Reception) -> [Oddity] {
    var oddities: [Oddity] = []
    if reception.initiatedOn > reception.receivedOn {
      oddities.append(("la demande est reçue avant d’être engagée", "vérifier ces deux dates"))
    }
    if let complete = reception.completeOn, complete < reception.receivedOn {
      oddities.append(("la demande est complète avant d’être reçue", "vérifier ces deux dates"))
    }
    if let decision = reception.decision, decision.date < reception.receivedOn {
      oddities.append(("la décision est avant la réception de la demande", "vérifier ces deux dates"))
    }
    return oddities
  }

  private static func names(_ person: Person) -> [Oddity] {
    var oddities: [Oddity] = []
    for name in [person.birthName, person.usageName ?? ""] {
      let words = name.lowercased().split(separator: " ")
      let titles: Set<Substring> = [
        "m.", "mr", "mme", "mlle", "monsieur", "madame", "épouse", "ép.", "née", "né",
      ]
      if !titles.isDisjoint(with: words) {
        oddities.append(
          (
            "« \(name) » n’est pas un nom seul",
            "mettre le nom de naissance et le nom d’usage chacun dans sa colonne"
          ))
      }
    }
    if person.firstNames.contains(where: { $0.lowercased().contains(" et ") }) {
      oddities.append(("les prénoms ne sont pas séparés par |", "écrire Camille|Lou"))
    }
    if let email = person.email,
      email.count(where: { $0 == "@" }) != 1 || email.contains(where: { ";, ".contains($0) })
    {
      oddities.append(("« Courriel » n’est pas une adresse, ou en tient plusieurs", "n’en écrire qu’une"))
    }
    return oddities
  }
}
