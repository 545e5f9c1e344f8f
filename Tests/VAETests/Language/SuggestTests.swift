import Testing
import XML

@testable import Artefacts
@testable import Language

@Suite("Propositions : le français des candidats")
struct SuggestTests {
  private func codes(_ text: String) -> [String] {
    Knowledge.suggest(text, Fixture.certification).map(\.code)
  }

  @Test(
    "Each abbreviation is understood",
    arguments: [
      ("saisie des EVP", "C1"), ("je fais les STC et les DPAE", "C2"), ("PV de CSE", "C9"),
      ("maj BDESE", "C3"), ("réponses aux salariés sur les IJSS", "C4"), ("stats NAO", "C6"),
      ("Déclaration AT", "C3"), ("mise a jour SIRH", "C5"), ("Pour la GPEC, tableau des départs", "C6"),
      ("CR de reu", "C9"), ("DSN du 5", "C3"), ("GEPP : pyramide des ages", "C6"),
    ])
  func abbreviations(text: String, code: String) { #expect(codes(text).first == code) }

  @Test(
    "What is denied, wished for, or done by others is not proposed",
    arguments: [
      "Je ne m'occupe pas de la paie.", "je ne m'occupe pas de la paie, c'est le cabinet qui le fait",
      "Le cabinet établit les bulletins.", "Je souhaiterais apprendre à faire les contrats de travail.",
      "J'aimerais à l'avenir rédiger les comptes rendus du CSE.", "Je n'ai jamais fait de DSN.",
      "Ma collègue tient les dossiers du personnel.",
    ])
  func notDone(text: String) { #expect(codes(text) == []) }

  @Test(
    "A text of another trade stays empty",
    arguments: [
      "Je règle la presse plieuse et je contrôle la première pièce au pied à coulisse.",
      "Je rédige le compte rendu d'intervention après chaque dépannage.",
      "Je prépare le tableau de bord des ventes du magasin pour le directeur commercial.",
      "Veille technique sur les nouveaux composants électroniques", "", "   ", "42", "… !",
    ])
  func otherTrade(text: String) { #expect(codes(text) == []) }

  private static let strong = [
    "Chaque mois je relève les heures supplémentaires et les absences, puis je les transmets pour la paie.",
    "J'ai rédigé le procès-verbal de la réunion du comité social et économique.",
    "Je calcule chaque trimestre le taux d'absentéisme et je tiens le tableau de bord des effectifs.",
  ]

  @Test(
    "Removing accents or changing case does not overturn a strong proposal", arguments: SuggestTests.strong)
  func accents(text: String) {
    let first = codes(text).first
    #expect(first != nil)
    let bare = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar {
          case "é", "è", "ê": "e"
          case "à": "a"
          default: scalar
          }
        }))
    #expect(codes(bare).first == first)
    #expect(codes(text.uppercased()).first == first)
  }

  @Test(
    "Reordering sentences, or adding one that has nothing to do with it, does not either",
    arguments: SuggestTests.strong)
  func order(text: String) {
    let first = codes(text).first
    let other = "Il faisait beau ce jour-là."
    #expect(codes(text + " " + other).first == first)
    #expect(codes(other + " " + text).first == first)
  }

  @Test("A typing error in a long word does not lose the text")
  func typing() {
    #expect(codes("je releve les absances et les heures suplementaires pour la paye").first == "C1")
  }

  @Test("Inclusive writing, hyphens and apostrophes of both kinds are read")
  func writing() {
    #expect(codes("technicien·ne chargé·e de la paie : collecte des variables").first == "C1")
    #expect(codes("J’ai rédigé le compte-rendu de la réunion d’équipe").first == "C9")
    #expect(codes("J'ai rédigé le compte rendu de la réunion d'équipe").first == "C9")
  }

  @Test("A long text tells several things: each keeps its passage")
  func long() {
    let text = (SuggestTests.strong + ["Il faisait beau.", "Nous étions douze au service."]).joined(
      separator: " ")
    let found = Knowledge.suggest(text, Fixture.certification)
    #expect(Set(found.map(\.code)).isSuperset(of: ["C1", "C6"]))
    for each in found { #expect(each.passages.contains { !$0.words.isEmpty }) }
  }

  @Test("Probabilities are between 0 and 1, the highest first")
  func probabilities() {
    let found = SuggestTests.strong.map { Knowledge.suggest($0, Fixture.certification).map(\.probability) }
    for each in found {
      #expect(each == each.sorted(by: >))
      #expect(each.allSatisfy { (0...1).contains($0) })
    }
  }

  @Test("The model that ships was learnt from the examples that ship")
  func shipped() {
    let digest = Fixture.certification.knowledgeDigest
    #expect(Model(bytes: ShippedKnowledge.model, digest: digest) != nil)
  }

  @Test("A model of other knowledge, or cut short, is not taken")
  func strangers() {
    #expect(Model(bytes: ShippedKnowledge.model, digest: String(repeating: "0", count: 64)) == nil)
    let digest = Fixture.certification.knowledgeDigest
    #expect(Model(bytes: Array(ShippedKnowledge.model.dropLast()), digest: digest) == nil)
    #expect(Model(bytes: [], digest: digest) == nil)
  }
}

@Suite("Une autre certification s’apprend sans Swift")
struct OtherTradeTests {
  /// A fictitious trade: three capacities of a gardener, told by examples alone.
  private static let gardener: Certification = {
    var certification = Fixture.certification
    func capacity(_ code: String, _ label: String) -> Capacity {
      Capacity(code: code, toCheck: nil, label: label, short: label)
    }
    certification.blocs = [
      Bloc(
        code: "B1", title: "Jardin",
        capacities: [capacity("C1", "Tailler"), capacity("C2", "Arroser"), capacity("C3", "Semer")])
    ]
    certification.abbreviations = [Abbreviation(short: "gtg", words: "goutte a goutte")]
    certification.themes = [Theme(name: "eau", words: ["arros*", "tuyau", "goutte a goutte"])]
    let taught: [(String?, [String])] = [
      (
        "C1",
        [
          "Je taille les rosiers en mars", "taille des haies au sécateur", "J'ai rabattu les branches mortes",
          "élagage des arbres et coupe des rejets", "je coupe les branches du pommier",
        ]
      ),
      (
        "C2",
        [
          "J'arrose le potager le soir", "arrosage des massifs avec le tuyau", "J'ai posé un goutte à goutte",
          "réglage de l'arrosage automatique", "je donne de l'eau aux jeunes plants",
        ]
      ),
      (
        "C3",
        [
          "Je sème les carottes en ligne", "semis de printemps sous serre",
          "J'ai semé la pelouse au printemps",
          "préparation des graines et des semis", "semer les haricots en mai",
        ]
      ),
      (
        nil,
        [
          "Je tonds la pelouse des voisins", "vente de plantes au magasin",
          "Je conduis le camion de livraison",
          "nettoyage des outils et du local", "J'accueille les clients de la jardinerie",
        ]
      ),
    ]
    certification.examples = taught.flatMap { codes, texts in texts.map { Example(codes: codes, text: $0) } }
    return certification
  }()

  @Test(
    "What its examples teach is proposed, and nothing of another trade",
    arguments: [
      ("je taille la haie", ["C1"]), ("pose d'un gtg au potager", ["C2"]),
      ("j'ai semé des graines de carottes", ["C3"]),
      ("Je prépare les variables de paie", []),
    ])
  func taught(text: String, codes: [String]) {
    #expect(Knowledge.suggest(text, OtherTradeTests.gardener).map(\.code).prefix(1) == codes[...])
  }

  @Test("Learning twice gives the same bytes")
  func deterministic() {
    #expect(Knowledge.learn(OtherTradeTests.gardener) == Knowledge.learn(OtherTradeTests.gardener))
  }

  @Test("A certification without examples proposes nothing, and the mapping says so")
  func untaught() throws {
    var certification = OtherTradeTests.gardener
    certification.examples = []
    #expect(Knowledge.suggest("je taille la haie", certification).isEmpty)
  }

  @Test("A measure counts as it says")
  func measures() {
    let evaluation = Evaluation(
      [
        JudgedText(labels: ["C1"], proposed: [("C1", 0.9)]),
        JudgedText(labels: ["C2", "C1"], proposed: [("C1", 0.6)]),
        JudgedText(labels: [], proposed: [("C3", 0.5)]), JudgedText(labels: [], proposed: []),
      ], codes: ["C1", "C2", "C3"])
    #expect(evaluation.top1 == 0.5)
    #expect(evaluation.recallAt3 == 0.75)
    #expect(evaluation.falseAlarms == 0.5)
    #expect(
      evaluation.counts().found == 2 && evaluation.counts().wrong == 1 && evaluation.counts().missed == 1)
    #expect(evaluation.interval(\.top1).low <= 0.5)
  }
}

@Suite("Lire vite n’est pas lire autrement")
struct FeatureReaderTests {
  @Test(
    "What a reader remembers of words gives the very scores of the features",
    arguments: [
      "saisie des EVP et des primes", "Je range 12 dossiers ; je range 12 dossiers.", "CR de réu, PV du CSE",
    ])
  func same(text: String) throws {
    let model = try #require(
      Model(bytes: ShippedKnowledge.model, digest: Fixture.certification.knowledgeDigest))
    let vocabulary = Vocabulary(Fixture.certification)
    let tokens = Tokenizer.tokens(text)
    let plain = model.scores(model.vector(Features(tokens[...], vocabulary, stemmer: Stemmer())))
    let reader = FeatureReader(model, vocabulary)
    for _ in 0..<2 {
      let read = model.scores(reader.vector(reader.words(of: [tokens[...]])[...]))
      for (a, b) in zip(plain, read) { #expect(abs(a - b) < 1e-9) }
    }
  }
}
