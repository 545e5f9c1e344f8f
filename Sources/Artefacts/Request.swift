/// Rubric 1 of CERFA 12818*02.
package enum RequestNature: String, Code {
  case first
  case renewal
  case `extension`
}

/// Whole certification or some blocs.
package enum TargetScope: String, Code {
  case whole
  case blocs
}

/// Status of an activity: codes 1 to 7 are work, 8 to 14 are training in a work place (notice 51260*02).
package enum ActivityStatus: String, Code {
  case employee = "1"
  case selfEmployed = "2"
  case nationalVolunteer = "3"
  case topAthlete = "4"
  case unpaidVolunteer = "5"
  case unionOffice = "6"
  case localElected = "7"
  case apprenticeship = "8"
  case professionalisation = "9"
  case subsidised = "10"
  case workImmersion = "11"
  case preparation = "12"
  case schoolPlacement = "13"
  case internship = "14"
}

/// A piece attached to the request (R335-7).
package enum AttachmentKind: String, Code {
  case identity
  case employerCertificate = "employer-certificate"
  case businessProof = "business-proof"
  case volunteerCertificate = "volunteer-certificate"
  case activityProof = "activity-proof"
  case trainingCertificate = "training-certificate"
  case previousCertification = "previous-certification"
  case admissibilityNotice = "admissibility-notice"
  case other
}

/// How the form was signed (R335-7).
package enum Signature: String, Code {
  case handwritten
  case electronic
}

/// Rubric 2: what is aimed at.
package struct Target: Shaped {
  package var certification: String
  package var scope: TargetScope
  package var leave: Bool?
  /// A collective path inside one undertaking: it has no phase of admissibility of its own (agreement of 8 November 2019,
  /// art. 54.3).
  package var collective: Bool?
  package var blocs: [String]

  package static let shape = Shape(
    "target", Self.init,
    .attribute("certification", \.certification),
    .attribute("scope", \.scope),
    .attribute("leave", \.leave),
    .attribute("collective", \.collective),
    .text("bloc", \.blocs))

  package init(
    certification: String, scope: TargetScope, leave: Bool? = nil, collective: Bool? = nil, blocs: [String]
  ) {
    self.collective = collective
    (self.certification, self.scope, self.leave, self.blocs) = (certification, scope, leave, blocs)
  }
}

/// Rubric 4: schooling and diplomas, with the code lists of notice 51260*02.
package struct Level: Shaped {
  package var lastClass: String?
  package var highestDiploma: String?
  package var titles: [String]

  package static let shape = Shape(
    "level", Self.init,
    .attribute("lastClass", \.lastClass),
    .attribute("highestDiploma", \.highestDiploma),
    .text("title", \.titles))

  package init(lastClass: String? = nil, highestDiploma: String? = nil, titles: [String]) {
    (self.lastClass, self.highestDiploma, self.titles) = (lastClass, highestDiploma, titles)
  }
}

/// Rubric 5: one line of the table of experience.
package struct Experience: Shaped {
  package var status: ActivityStatus
  package var related: Bool
  package var start: Day
  package var end: Day?
  package var weeklyHours: Hours?
  package var totalHours: Hours?
  package var fullTimeYear: Hours?
  /// Of the total, the hours in a working environment with a tutor (R335-6 I).
  package var workplaceHours: Hours?
  package var siret: String?
  package var family: String?
  package var position: String
  package var employer: String
  package var activities: [String]

  package static let shape = Shape(
    "experience", Self.init,
    .attribute("status", \.status),
    .attribute("related", \.related),
    .attribute("from", \.start),
    .attribute("to", \.end),
    .attribute("weeklyHours", \.weeklyHours),
    .attribute("totalHours", \.totalHours),
    .attribute("fullTimeYear", \.fullTimeYear),
    .attribute("workplaceHours", \.workplaceHours),
    .attribute("siret", \.siret),
    .attribute("family", \.family),
    .text("position", \.position),
    .text("employer", \.employer),
    .text("activity", \.activities))

  package init(
    status: ActivityStatus, related: Bool, start: Day, end: Day? = nil, weeklyHours: Hours? = nil,
    totalHours: Hours? = nil, fullTimeYear: Hours? = nil, workplaceHours: Hours? = nil,
    siret: String? = nil, family: String? = nil, position: String, employer: String, activities: [String]
  ) {
    self.workplaceHours = workplaceHours
    (self.status, self.related, self.start, self.end) = (status, related, start, end)
    (self.weeklyHours, self.totalHours, self.fullTimeYear) = (weeklyHours, totalHours, fullTimeYear)
    (self.siret, self.family, self.position, self.employer) = (siret, family, position, employer)
    self.activities = activities
  }
}

/// The candidate’s request: the seven rubrics of CERFA 12818*02.
package struct Request: Artefact {
  package var number: String
  package var nature: RequestNature
  package var target: Target
  package var prior: PriorAdmissibility?
  package var held: [Held]
  package var person: Person
  package var level: Level
  package var experiences: [Experience]
  package var feasibility: Feasibility?
  package var declaration: Declaration
  package var reception: Reception
  package var attachments: [Attachment]
  package var advisers: [Adviser]
  package var adjustments: [Adjustment]

  package static let shape = Shape(
    "request", Self.init,
    .attribute("number", \.number),
    .attribute("nature", \.nature),
    .child(\.target),
    .child(\.prior),
    .child(\.held),
    .child(\.person),
    .child(\.level),
    .child(\.experiences),
    .child(\.feasibility),
    .child(\.declaration),
    .child(\.reception),
    .child(\.attachments),
    .child(\.advisers),
    .child(\.adjustments))

  package init(
    number: String, nature: RequestNature, target: Target, prior: PriorAdmissibility? = nil, held: [Held],
    person: Person, level: Level, experiences: [Experience], feasibility: Feasibility? = nil,
    declaration: Declaration,
    reception: Reception, attachments: [Attachment], advisers: [Adviser] = [], adjustments: [Adjustment] = []
  ) {
    (self.feasibility, self.advisers, self.adjustments) = (feasibility, advisers, adjustments)
    (self.number, self.nature, self.target, self.prior) = (number, nature, target, prior)
    (self.held, self.person, self.level, self.experiences) = (held, person, level, experiences)
    (self.declaration, self.reception, self.attachments) = (declaration, reception, attachments)
  }
}
