import Foundation
import Testing

@Suite("Cellules mal remplies")
struct SpoiledCellTests {
  private let filled: FilledSession

  init() throws { filled = try FilledSession() }

  @Test(
    "A spoiled cell is told by sheet, row, title and remedy, in French and without a word of XML; the other candidates go on",
    arguments: [
      (["Demandes", "4", "Code INSEE de naissance", "1053"], "le tableur a pu ôter un zéro"),
      (["Demandes", "4", "Date de naissance", "31/02/1985"], "« 31/02/1985 » n’est pas une date"),
      (["Demandes", "4", "Date de naissance", "14/03/85"], "l’année en quatre chiffres"),
      (["Demandes", "4", "Pays de naissance", "Syldavie"], "n’est pas un pays que l’outil connaît"),
      (["Demandes", "4", "Sexe", "X"], "écrire F ou M"),
      (["Demandes", "4", "Certification visée", "TGARH"], "attendu : Code de la fiche au RNCP"),
      (["Demandes", "4", "Prénoms", "Sacha, Lou"], "écrire Camille|Lou"),
      (["Demandes", "4", "Nom de naissance", "#REF!"], "le tableur n’a pas pu calculer"),
      (["Demandes", "4", "Nom de naissance", "########"], "le tableur n’a pas pu calculer"),
      (["Demandes", "4", "Nom de naissance", ""], "« Nom de naissance » : cette cellule est obligatoire"),
      (["Demandes", "4", "Déclaration sur l’honneur", "peut-être"], "ni oui ni non"),
      (["Demandes", "4", "Décision de recevabilité", "acceptée"], "écrire l’un de : favorable ; "),
      (["Demandes", "4", "Décision par", ""], "« Décision par » : cette cellule est obligatoire"),
      (["Demandes", "4", "Pièces reçues", "photo"], "écrire l’un de : "),
      (["Expériences", "4", "SIRET", "7,85E+13"], "le tableur a arrondi ce numéro"),
      (["Expériences", "4", "SIRET", "123"], "n’a pas quatorze chiffres"),
      (["Expériences", "4", "Heures par semaine", "temps plein"], "n’est pas un nombre d’heures"),
      (
        ["Expériences", "4", "En rapport direct", ""], "« En rapport direct » : cette cellule est obligatoire"
      ),
      (["Expériences", "4", "Fin", "en cours"], "laisser vide ce qui n’est pas encore arrivé"),
      (["Relances", "3", "Envoyée le", ""], "« Envoyée le » : cette cellule est obligatoire"),
    ])
  func spoiled(change: [String], message: String) throws {
    try filled.fill(change)
    let output = try filled.run()
    #expect(output.code == 1, "\(output.err)")
    #expect(output.err.contains(message), "\(output.err)")
    #expect(output.err.contains("feuille « \(change[0]) », ligne \(change[1])"), "\(output.err)")
    #expect(output.err.firstMatch(of: #/libxml2|facet|pattern|\[0-9\]|@[a-z]/#) == nil, "\(output.err)")
    #expect(try filled.tool.run("status", "s", "-o", "o").out.ranges(of: "en attente du dossier").count == 3)
  }

  @Test(
    "What is odd is told at once, and keeps nobody from going on",
    arguments: [
      (["Demandes", "4", "Date de naissance", "02/03/2031"], "la naissance est après la réception"),
      (["Demandes", "4", "Date de naissance", "02/03/2010"], "le candidat a moins de 16 ans"),
      (["Demandes", "4", "Date de naissance", "02/03/1910"], "le candidat a plus de 100 ans"),
      (["Demandes", "4", "Nom de naissance", "Essai épouse Deux"], "n’est pas un nom seul"),
      (["Demandes", "4", "Courriel", "a@exemple.invalid ; b@exemple.invalid"], "en tient plusieurs"),
      (["Demandes", "4", "Complète le", "01/09/2021"], "complète avant d’être reçue"),
      (["Expériences", "4", "Début", "01/09/1999"], "commence avant les 16 ans"),
      (["Expériences", "4", "Fin", "01/09/2010"], "finit avant d’avoir commencé"),
    ])
  func odd(change: [String], message: String) throws {
    try filled.fill(change)
    #expect(try filled.run().err.contains(message))
  }
}
