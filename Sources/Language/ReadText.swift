import Artefacts

/// A text cut into sentences and words, which remembers where each stands.
struct ReadText {
  /// A sentence, and the paragraph that it stands in.
  package struct Line {
    let paragraph: Int
    let sentence: Sentence
    var tokens: ArraySlice<Token> { sentence.tokens }
  }

  /// A paragraph as bytes, with the place of each scalar in them.
  private struct Paragraph {
    let bytes: [UInt8]
    let places: [Int]
  }

  private let paragraphs: [Paragraph]
  private(set) var sentences: [Line] = []

  init(_ paragraphs: [String]) {
    var read: [Paragraph] = []
    for (index, paragraph) in paragraphs.enumerated() {
      let tokens = Tokenizer.tokens(paragraph)
      let scalars = Array(paragraph.unicodeScalars)
      var places = [0]
      places.reserveCapacity(scalars.count + 1)
      for scalar in scalars { places.append(places[places.count - 1] + UTF8.width(scalar)) }
      read.append(Paragraph(bytes: Array(paragraph.utf8), places: places))
      for sentence in Tokenizer.sentences(scalars, tokens: tokens) where !sentence.tokens.isEmpty {
        sentences.append(Line(paragraph: index, sentence: sentence))
      }
    }
    self.paragraphs = read
  }

  func tokens(of window: Range<Int>) -> [Token] { window.flatMap { sentences[$0].tokens } }

  func passage(_ hit: SupportingSentence) -> Passage {
    let line = sentences[hit.sentence]
    let text = paragraphs[line.paragraph]
    func slice(_ range: Range<Int>) -> String {
      String(
        decoding: text.bytes[text.places[range.lowerBound]..<text.places[range.upperBound]], as: UTF8.self)
    }
    var words: [String] = []
    for word in hit.words.map(slice) where !words.contains(word) { words.append(word) }
    let range = line.sentence.start..<line.sentence.end
    return Passage(
      paragraph: line.paragraph + 1, start: range.lowerBound, length: range.count, quote: slice(range),
      words: words)
  }
}
