import Artefacts
import Language

/// The head of a situation: its fields, and a box for each capacity, before its text.
extension Transcript {
  /// A line of a capacity: one that is not ticked claims nothing, and none is the candidate’s story.
  mutating func claim(_ text: String) -> Bool {
    guard room == .situation, section == .other, let last = dossier.situations.indices.last,
      let box = TranscriptBox(text)
    else { return false }
    switch box.isTicked {
    case true?:
      let isThere = dossier.situations[last].claims.contains { $0.capacity == box.capacity }
      if !isThere { dossier.situations[last].claims.append(Claim(capacity: box.capacity)) }
      if box.added.split(separator: " ").count > 1 { prose(box.added) }
    case false?: break
    case nil: note("case non comprise, capacité non comptée : « \(text.prefix(60)) »")
    }
    return true
  }

  /// What is written on the line below its label.
  mutating func answer(_ text: String) -> Bool {
    guard let field = pending else { return false }
    pending = nil
    return take(field, text)
  }

  /// Whether a field may still be written: once it is, or once a part of the situation has begun, « label : text » is a
  /// sentence like another.
  func isOpen(_ field: TranscriptField, _ situation: Situation) -> Bool {
    if situation.sections.isEmpty { return true }
    return switch field {
    case .organisation: situation.organisation == nil
    case .period, .start, .end: situation.start == nil || situation.end == nil
    case .claims, .uses, .title, .submittedOn, .number, .name, .known: true
    }
  }

  mutating func fill(_ field: TranscriptField, _ value: String, last: Int) {
    switch field {
    case .title: dossier.situations[last].title = line(value)
    case .organisation: dossier.situations[last].organisation = line(value)
    case .period: period(value, last: last)
    case .start: dossier.situations[last].start = day(value, isEnd: false)
    case .end: dossier.situations[last].end = day(value, isEnd: true)
    case .claims:
      let codes = TranscriptCodes.codes(in: value, letter: "C")
      dossier.situations[last].claims += codes.map { Claim(capacity: $0) }
      if codes.isEmpty { note("capacités non reconnues : « \(value) »") }
      keep(value, besides: codes)
    case .uses:
      let codes = TranscriptCodes.references(in: value)
      dossier.situations[last].uses += codes.map { EvidenceUse(evidence: $0) }
      if codes.isEmpty { note("pièces non reconnues : « \(value) »") }
      keep(value, besides: codes)
    case .submittedOn, .known, .number, .name: break
    }
  }

  /// From when to when. What is no day of any calendar is told, and nothing is made of the rest.
  private mutating func period(_ value: String, last: Int) {
    let days = WrittenDate.all(in: value)
    let written = value.matches(of: /[0-9]{1,2}[\/.][0-9]{1,2}[\/.][0-9]{2,4}/)
    guard !days.isEmpty, written.count <= days.count, days.count < 3 else {
      return note("période non reconnue : « \(value) »")
    }
    let isEnd = days.count == 1 && Tokenizer.plain(value).hasPrefix("jusqu")
    let start = isEnd ? nil : days.first.flatMap { read($0, isEnd: false) }
    let end = isEnd ? read(days[0], isEnd: true) : days.count > 1 ? read(days[1], isEnd: true) : nil
    if isEnd { note("le début de la période n’est pas écrit : « \(value) »") }
    if let start, let end, end < start { note("la période finit avant de commencer : « \(value) »") }
    for short in written where short.output.split(whereSeparator: { "/.".contains($0) }).last?.count == 2 {
      note("année sur deux chiffres : « \(short.output) », à vérifier")
    }
    dossier.situations[last].start = start
    dossier.situations[last].end = end
  }
}
