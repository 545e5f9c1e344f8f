/// The centre’s parameters: what no source settles, a person sets.
package struct Parameters: Shaped {
  package var admissibilityMonths: Int?
  package var onNationalPortal: Bool?
  package var quorum: Int?
  package var countRejected: Bool?
  package var branchMinimum: Int?
  package var interviewMinutes: Int?
  package var fileMegabytes: Int?
  package var documentMegabytes: Int?
  package var totalMegabytes: Int?
  package var alsoAllowed: String?
  package var antivirus: String?
  /// Whether the words that pictures and scanned pages show are searched for data of others.
  package var recognition: Bool?
  package var situations: Int?
  package var pages: Int?
  package var words: Int?
  package var evidencePerCapacity: Int?
  package var evidenceYears: Int?
  package var heldCapacityMonths: Int?
  package var heldBlocMonths: Int?
  /// Days, after the jury and off the portal, in which a result is notified.
  package var resultNoticeDays: Int?
  /// Days in which a result can be contested, from the day it was sent.
  package var appealDays: Int?
  /// Months for which the dossier stays at hand after the jury.
  package var retentionMonths: Int?
  package var resultSigner: ResultSigner?

  package static let shape = Shape(
    "parameters", Self.init,
    .attribute("admissibilityMonths", \.admissibilityMonths),
    .attribute("onNationalPortal", \.onNationalPortal),
    .attribute("quorum", \.quorum),
    .attribute("countRejected", \.countRejected),
    .attribute("branchMinimum", \.branchMinimum),
    .attribute("interviewMinutes", \.interviewMinutes),
    .attribute("fileMegabytes", \.fileMegabytes),
    .attribute("documentMegabytes", \.documentMegabytes),
    .attribute("totalMegabytes", \.totalMegabytes),
    .attribute("alsoAllowed", \.alsoAllowed),
    .attribute("antivirus", \.antivirus),
    .attribute("recognition", \.recognition),
    .attribute("situations", \.situations),
    .attribute("pages", \.pages),
    .attribute("words", \.words),
    .attribute("evidencePerCapacity", \.evidencePerCapacity),
    .attribute("evidenceYears", \.evidenceYears),
    .attribute("heldCapacityMonths", \.heldCapacityMonths),
    .attribute("heldBlocMonths", \.heldBlocMonths),
    .attribute("resultNoticeDays", \.resultNoticeDays),
    .attribute("appealDays", \.appealDays),
    .attribute("retentionMonths", \.retentionMonths),
    .attribute("resultSigner", \.resultSigner))

  package init(
    admissibilityMonths: Int? = nil, onNationalPortal: Bool? = nil, quorum: Int? = nil,
    countRejected: Bool? = nil, branchMinimum: Int? = nil, interviewMinutes: Int? = nil,
    fileMegabytes: Int? = nil, documentMegabytes: Int? = nil, totalMegabytes: Int? = nil,
    alsoAllowed: String? = nil, antivirus: String? = nil, recognition: Bool? = nil, situations: Int? = nil,
    pages: Int? = nil,
    words: Int? = nil, evidencePerCapacity: Int? = nil, evidenceYears: Int? = nil,
    heldCapacityMonths: Int? = nil, heldBlocMonths: Int? = nil, resultNoticeDays: Int? = nil,
    appealDays: Int? = nil, retentionMonths: Int? = nil, resultSigner: ResultSigner? = nil
  ) {
    (self.admissibilityMonths, self.onNationalPortal) = (admissibilityMonths, onNationalPortal)
    (self.quorum, self.countRejected, self.branchMinimum) = (quorum, countRejected, branchMinimum)
    (self.interviewMinutes, self.fileMegabytes) = (interviewMinutes, fileMegabytes)
    (self.documentMegabytes, self.totalMegabytes) = (documentMegabytes, totalMegabytes)
    self.recognition = recognition
    (self.alsoAllowed, self.antivirus, self.situations) = (alsoAllowed, antivirus, situations)
    (self.pages, self.words, self.evidencePerCapacity) = (pages, words, evidencePerCapacity)
    (self.evidenceYears, self.heldCapacityMonths) = (evidenceYears, heldCapacityMonths)
    (self.heldBlocMonths, self.resultNoticeDays) = (heldBlocMonths, resultNoticeDays)
    (self.appealDays, self.retentionMonths) = (appealDays, retentionMonths)
    self.resultSigner = resultSigner
  }
}

/// A departure from a limit of the centre, granted to one request with its reason.
package struct Waiver: Shaped {
  package var number: String
  package var rule: Rule
  package var by: String
  package var date: Day
  package var reason: String

  package static let shape = Shape(
    "waiver", Self.init,
    .attribute("number", \.number),
    .attribute("rule", \.rule),
    .attribute("by", \.by),
    .attribute("on", \.date),
    .text("reason", \.reason))

  package init(number: String, rule: Rule, by: String, date: Day, reason: String) {
    (self.number, self.rule, self.by, self.date, self.reason) = (number, rule, by, date, reason)
  }
}

/// One examination session.
package struct Session: Artefact {
  package var id: String
  package var certification: String
  package var asOf: Day
  package var title: String
  package var centre: Centre
  package var calendar: Calendar
  package var parameters: Parameters
  package var registry: DepositAccount?
  package var waivers: [Waiver]
  package var signers: [Signer]
  /// What was sent for the session as a whole.
  package var sent: [Sent]
  package var panel: Panel
  package var jury: Jury

  package static let shape = Shape(
    "session", Self.init,
    .attribute("id", \.id),
    .attribute("certification", \.certification),
    .attribute("asOf", \.asOf),
    .text("title", \.title),
    .child(\.centre),
    .child(\.calendar),
    .child(\.parameters),
    .child(\.registry),
    .child(\.waivers),
    .child(\.signers),
    .child(\.sent),
    .child(\.panel),
    .child(\.jury))

  package init(
    id: String, certification: String, asOf: Day, title: String, centre: Centre, calendar: Calendar,
    parameters: Parameters, registry: DepositAccount? = nil, waivers: [Waiver], signers: [Signer] = [],
    sent: [Sent] = [],
    panel: Panel, jury: Jury
  ) {
    (self.id, self.certification, self.asOf, self.title) = (id, certification, asOf, title)
    (self.centre, self.calendar, self.parameters) = (centre, calendar, parameters)
    (self.signers, self.sent) = (signers, sent)
    (self.registry, self.waivers, self.panel, self.jury) = (registry, waivers, panel, jury)
  }
}
