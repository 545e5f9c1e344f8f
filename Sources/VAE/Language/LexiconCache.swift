import Synchronization

/// The lexicon of the certification last used: building one costs more than reading a situation, and a session
/// has one certification. A cache of a pure function: it changes no result.
enum LexiconCache {
  private static let last = Mutex<(certification: Certification, lexicon: Lexicon)?>(nil)

  static func lexicon(of certification: Certification) -> Lexicon {
    last.withLock { last in
      if let last, last.certification == certification { return last.lexicon }
      let lexicon = Lexicon(certification)
      last = (certification, lexicon)
      return lexicon
    }
  }
}
