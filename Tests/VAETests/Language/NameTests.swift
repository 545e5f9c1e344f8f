import Testing

@testable import Artefacts
@testable import Language
@testable import Rules

/// One fold of names for twins, caps, ties and files.
@Suite("Noms : accents, ligatures, lettres barrées")
struct NameTests {
  @Test(
    "Two spellings of one name are one, whatever the letters and the form of the accents",
    arguments: [
      ("Cœur", "COEUR"), ("Ærø", "aero"), ("Łukasz", "Lukasz"), ("Weiß", "WEISS"), ("Işık", "isik"),
      ("Élodie", "E\u{301}lodie"), ("Šimůnek", "simunek"), ("Ngô", "NGO"),
    ])
  func folded(one: String, other: String) {
    #expect(Tokenizer.plain(one) == Tokenizer.plain(other))
    #expect(Tokenizer.tokens(one).map(\.word) == Tokenizer.tokens(other).map(\.word))
    #expect(Tokenizer.tokens(one).count == 1)
    #expect(Membership.isSame(one, other))
  }

  @Test("Different letters stay different names")
  func apart() {
    #expect(Tokenizer.plain("Dupont") != Tokenizer.plain("Dupond"))
  }
}
