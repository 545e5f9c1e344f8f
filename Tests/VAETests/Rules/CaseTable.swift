@testable import Artefacts

/// One case of admissibility: what is changed of a sound request, and what must come out.
struct Case: Sendable, CustomStringConvertible {
  let name: String
  var begun = "2021-09-06"
  var received: String?
  var complete: String? = "same"
  var hours = 5000
  var portal: Bool? = false
  var training = 0
  var asOf: String?
  var decided: (DecisionOutcome, String)?
  var prior: (on: String, until: String?)?
  var branch: Int?
  let outcome: AdmissibilityOutcome
  var basis = OutcomeBasis.rules
  var regime: RegimeName? = .r2

  var description: String { name }

  static let all: [Case] = [
    // Regimes: the day before, the day, the day after (domain 2.1).
    Case(
      name: "Fiche : la veille de l’effet, hors registre", begun: "2017-04-20", outcome: .outsideRegister,
      regime: nil),
    Case(
      name: "R335-6 (2006) : le jour de l’effet, minimum à décider", begun: "2017-04-21", hours: 4820,
      outcome: .toDecide,
      regime: .r0),
    Case(
      name: "R335-6 (2006) : le lendemain", begun: "2017-04-22", hours: 4820, outcome: .toDecide, regime: .r0),
    Case(
      name: "Décret 2017-1135 : la veille", begun: "2017-09-30", hours: 4820, outcome: .toDecide, regime: .r0),
    Case(name: "Décret 2017-1135 : le jour", begun: "2017-10-01", outcome: .receivable, regime: .r1),
    Case(name: "Décret 2017-1135 : le lendemain", begun: "2017-10-02", outcome: .receivable, regime: .r1),
    Case(name: "Décret 2019-1119 : la veille", begun: "2019-11-03", outcome: .receivable, regime: .r1),
    Case(name: "Décret 2019-1119 : le jour", begun: "2019-11-04", outcome: .receivable),
    Case(name: "Décret 2019-1119 : le lendemain", begun: "2019-11-05", outcome: .receivable),
    Case(
      name: "Loi du 21 décembre 2022 : la veille, hors registre", begun: "2022-12-22",
      outcome: .outsideRegister),
    Case(
      name: "Loi du 21 décembre 2022 : le jour, hors registre", begun: "2022-12-23", outcome: .outsideRegister
    ),
    Case(name: "Décret 2023-1275 : la veille", begun: "2023-12-31", outcome: .outsideRegister),
    Case(
      name: "Décret 2023-1275 : le jour, hors portail", begun: "2024-01-01", outcome: .outsideRegister,
      regime: .r3),
    Case(
      name: "R6412-1 : le jour, sur le portail", begun: "2024-01-01", portal: true, outcome: .outsideRegister,
      regime: .r4),
    Case(
      name: "R6412-1 : portail non dit", begun: "2024-01-01", portal: nil, outcome: .outsideRegister,
      regime: nil),
    Case(
      name: "Portail non dit avant 2024 : sans effet", begun: "2021-09-06", portal: nil, outcome: .receivable),
    // Hours (R335-7, R335-6).
    Case(name: "R335-7 : 1 606 h sous R2", hours: 1606, outcome: .notReceivable),
    Case(name: "R335-7 : 1 607 h sous R2", hours: 1607, outcome: .receivable),
    Case(name: "R335-7 : 1 608 h sous R2", hours: 1608, outcome: .receivable),
    Case(name: "R335-7 : zéro heure déclarée sous R2", hours: 0, outcome: .notReceivable),
    Case(
      name: "R335-6 : 1 606 h sous R1", begun: "2018-05-14", hours: 1606, outcome: .notReceivable, regime: .r1
    ),
    Case(
      name: "R335-6 : 1 607 h sous R1", begun: "2018-05-14", hours: 1607, outcome: .receivable, regime: .r1),
    Case(
      name: "R335-6 (2006) : 1 606 h sous R0, à décider", begun: "2017-06-01", hours: 1606,
      outcome: .toDecide, regime: .r0),
    Case(
      name: "R335-6 (2006) : 4 821 h sous R0, les lectures s’accordent", begun: "2017-06-01", hours: 4821,
      outcome: .receivable, regime: .r0),
    // Training (R335-8, decree 2017-1135).
    Case(name: "R335-6 : formation à 49,9 %", hours: 4000, training: 1999, outcome: .receivable),
    Case(name: "R335-6 : formation à 50 %, à décider", hours: 4000, training: 2000, outcome: .toDecide),
    Case(
      name: "R335-6 : formation à 50,1 %, le travail atteint le minimum", hours: 4000, training: 2001,
      outcome: .toDecide),
    Case(
      name: "R335-6 : formation à 50,1 %, le travail ne l’atteint pas", hours: 3000, training: 1503,
      outcome: .notReceivable),
    Case(
      name: "R335-6 : toute l’expérience en formation", hours: 4000, training: 4000, outcome: .notReceivable),
    Case(
      name: "Décret 2017-1135 : formation à 50 % sous R1", begun: "2018-05-14", hours: 4000, training: 2000,
      outcome: .toDecide, regime: .r1),
    Case(
      name: "Décret 2017-1135 : formation à 25 % sous R1", begun: "2018-05-14", hours: 4000, training: 1000,
      outcome: .receivable, regime: .r1),
    // Registration (L6113-9).
    Case(name: "L6113-9 : reçue la veille de l’échéance", begun: "2022-04-20", outcome: .receivable),
    Case(name: "L6113-9 : reçue le jour de l’échéance", begun: "2022-04-21", outcome: .receivable),
    Case(name: "L6113-9 : reçue le lendemain", begun: "2022-04-22", outcome: .outsideRegister),
    Case(
      name: "L6113-9 : reçue à temps, engagée avant", begun: "2022-03-01", received: "2022-04-21",
      outcome: .receivable),
    Case(
      name: "L6113-9 : engagée à temps, reçue après", begun: "2022-04-20", received: "2022-04-22",
      outcome: .outsideRegister),
    Case(
      name: "L6113-9 : regardée après l’échéance, rien d’acquis", begun: "2022-04-01", asOf: "2022-04-22",
      outcome: .toDecide),
    Case(
      name: "L6113-9 : acceptée la veille de l’échéance", begun: "2022-04-01", asOf: "2022-05-01",
      decided: (.favourable, "2022-04-20"), outcome: .receivable, basis: .decision),
    Case(
      name: "L6113-9 : acceptée après l’échéance, la décision reste", begun: "2022-04-01", asOf: "2022-05-01",
      decided: (.favourable, "2022-04-22"), outcome: .receivable, basis: .decision),
    // Silence (L6412-2) and months.
    Case(name: "L6412-2 : le jour des deux mois", asOf: "2021-11-06", outcome: .receivable),
    Case(
      name: "L6412-2 : le lendemain des deux mois", asOf: "2021-11-07", outcome: .receivable, basis: .silence),
    Case(
      name: "L6412-2 : deux mois du 31 décembre, au 28 février", begun: "2021-12-31", asOf: "2022-02-28",
      outcome: .receivable),
    Case(
      name: "L6412-2 : deux mois du 31 décembre, au 1er mars", begun: "2021-12-31", asOf: "2022-03-01",
      outcome: .receivable, basis: .silence),
    Case(
      name: "L6412-2 : deux mois du 31 décembre 2019, au 29 février", begun: "2019-12-31", asOf: "2020-02-29",
      outcome: .receivable),
    Case(
      name: "L6412-2 : deux mois du 31 décembre 2019, au 1er mars", begun: "2019-12-31", asOf: "2020-03-01",
      outcome: .receivable, basis: .silence),
    Case(
      name: "L6412-2 : deux mois du 30 juin, au 31 août", begun: "2021-06-30", asOf: "2021-08-31",
      outcome: .receivable, basis: .silence),
    Case(
      name: "L6412-2 : silence malgré des heures manquantes", hours: 10, asOf: "2021-12-31",
      outcome: .receivable, basis: .silence),
    Case(
      name: "L6412-2 : silence acquis le jour même de l’échéance", begun: "2022-02-21",
      asOf: "2022-05-01", outcome: .toDecide, basis: .silence),
    Case(
      name: "L6412-2 : silence acquis la veille de l’échéance", begun: "2022-02-20",
      asOf: "2022-05-01", outcome: .receivable, basis: .silence),
    Case(
      name: "L6412-2 : silence acquis le lendemain de l’échéance", begun: "2022-02-22", asOf: "2022-05-01",
      outcome: .toDecide, basis: .silence),
    Case(
      name: "L6412-2 : silence sous R1, à décider", begun: "2018-05-14", asOf: "2018-07-15",
      outcome: .toDecide, basis: .silence, regime: .r1),
    Case(
      name: "L6412-2 : silence sous R0, à décider", begun: "2017-06-01", asOf: "2017-08-02",
      outcome: .toDecide, basis: .silence, regime: .r0),
    Case(
      name: "L6412-2 : hors registre, le silence ne vaut rien", begun: "2022-04-22", asOf: "2022-12-01",
      outcome: .outsideRegister),
    Case(
      name: "R335-7 : le délai part du dossier complet, encore ouvert", complete: "2021-10-06",
      asOf: "2021-11-06", outcome: .receivable),
    Case(
      name: "R335-7 : délai de la loi passé, celui du décret non", complete: "2021-10-06", asOf: "2021-11-07",
      outcome: .toDecide, basis: .silence),
    Case(
      name: "L6412-2 : délai de la loi seul passé, et des heures manquent", complete: "2021-10-06", hours: 10,
      asOf: "2021-11-07", outcome: .toDecide, basis: .silence),
    Case(
      name: "R335-7 : délai du décret passé", complete: "2021-10-06", asOf: "2021-12-07",
      outcome: .receivable, basis: .silence),
    // Completeness (R335-7).
    Case(name: "R335-7 : dossier non complet", complete: nil, outcome: .incomplete),
    Case(
      name: "L6412-2 : dossier non complet, le jour des deux mois", complete: nil, asOf: "2021-11-06",
      outcome: .incomplete),
    Case(
      name: "L6412-2 : dossier non complet, le lendemain : deux lectures", complete: nil, asOf: "2021-11-07",
      outcome: .toDecide, basis: .silence),
    // Prior admissibility (L6113-9).
    Case(
      name: "L6113-9 : déjà recevable le jour même de l’échéance, reçue après", begun: "2022-09-01",
      prior: ("2022-04-21", "2024-04-21"), outcome: .toDecide),
    Case(
      name: "L6113-9 : déjà recevable la veille de l’échéance, reçue après", begun: "2022-09-01",
      prior: ("2022-04-20", "2024-04-20"), outcome: .receivable),
    Case(
      name: "L6113-9 : recevable le lendemain de l’échéance seulement", begun: "2022-09-01",
      prior: ("2022-04-22", "2024-04-22"), outcome: .outsideRegister),
    Case(
      name: "L6113-9 : recevabilité antérieure sans durée notée", begun: "2022-09-01",
      prior: ("2021-04-21", nil), outcome: .toDecide),
    Case(
      name: "L6113-9 : recevabilité antérieure valable ce jour encore", begun: "2022-09-01",
      prior: ("2021-09-01", "2022-09-01"), outcome: .receivable),
    Case(
      name: "L6113-9 : recevabilité antérieure échue la veille", begun: "2022-09-01",
      prior: ("2021-08-31", "2022-08-31"), outcome: .toDecide),
    Case(
      name: "Loi du 21 décembre 2022 : déjà recevable, minimum à décider", begun: "2022-12-23", hours: 1606,
      prior: ("2021-12-23", "2023-12-23"), outcome: .toDecide),
    Case(
      name: "Décret 2023-1275 : déjà recevable, hors portail, aucun minimum", begun: "2024-01-01", hours: 10,
      prior: ("2022-01-03", "2025-01-03"), branch: 0, outcome: .receivable, regime: .r3),
    Case(
      name: "R6412-1 : déjà recevable, sur le portail, aucun minimum", begun: "2024-01-01", hours: 10,
      portal: true, prior: ("2022-01-03", "2025-01-03"), branch: 0, outcome: .receivable, regime: .r4),
    Case(
      name: "Accord de 2019, art. 54.3 : année non atteinte, centre muet", begun: "2024-01-01", hours: 1606,
      prior: ("2022-01-03", "2025-01-03"), outcome: .toDecide, regime: .r3),
    Case(
      name: "Accord de 2019, art. 54.3 : année atteinte, centre muet", begun: "2024-01-01", hours: 1607,
      prior: ("2022-01-03", "2025-01-03"), outcome: .receivable, regime: .r3),
    Case(
      name: "Accord de 2019, art. 54.3 : exigée par le centre, non atteinte", begun: "2024-01-01",
      hours: 1606,
      prior: ("2022-01-03", "2025-01-03"), branch: 1607, outcome: .notReceivable, regime: .r3),
    // Decisions.
    Case(
      name: "Décision favorable malgré 10 h", hours: 10, decided: (.favourable, "2021-09-06"),
      outcome: .receivable, basis: .decision),
    Case(
      name: "Décision défavorable malgré 5 000 h", decided: (.unfavourable, "2021-09-06"),
      outcome: .notReceivable, basis: .decision),
    Case(
      name: "Décision défavorable après deux mois : une personne dit ce qui vaut", asOf: "2021-12-31",
      decided: (.unfavourable, "2021-12-01"), outcome: .toDecide, basis: .decision),
    Case(
      name: "Décision favorable le jour des deux mois", asOf: "2021-12-31",
      decided: (.favourable, "2021-11-06"), outcome: .receivable, basis: .decision),
    Case(name: "Dates qui se contredisent, à décider", received: "2021-09-05", outcome: .toDecide),
    Case(name: "Complète avant d’être reçue, à décider", complete: "2021-09-05", outcome: .toDecide),
    Case(
      name: "29 février : engagée le jour bissextile", begun: "2020-02-29", asOf: "2020-04-29",
      outcome: .receivable),
    Case(
      name: "29 février : deux mois et un jour", begun: "2020-02-29", asOf: "2020-04-30",
      outcome: .receivable, basis: .silence),
  ]
}
