/// A text cut into sentences and words, which remembers where each stands.
struct ReadText {
  struct Line {
    let paragraph: Int
    let sentence: Sentence
    var tokens: ArraySlice<Token> { sentence.tokens }
  }

  private let scalars: [[Unicode.Scalar]]
  private(set) var sentences: [Line] = []

  init(_ paragraphs: [String]) {
    scalars = paragraphs.map { Array($0.unicodeScalars) }
    for (index, paragraph) in paragraphs.enumerated() {
      let tokens = Tokenizer.tokens(paragraph)
      for sentence in Tokenizer.sentences(scalars[index], tokens: tokens) where !sentence.tokens.isEmpty {
        sentences.append(Line(paragraph: index, sentence: sentence))
      }
    }
  }

  func tokens(of window: Range<Int>) -> [Token] { window.flatMap { sentences[$0].tokens } }

  func passage(_ hit: Hit) -> Passage {
    let line = sentences[hit.sentence]
    let text = scalars[line.paragraph]
    func slice(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(text[range])) }
    var words: [String] = []
    for word in hit.words.map(slice) where !words.contains(word) { words.append(word) }
    let range = line.sentence.start..<line.sentence.end
    return Passage(
      paragraph: line.paragraph + 1, start: range.lowerBound, length: range.count, quote: slice(range),
      words: words)
  }
}
