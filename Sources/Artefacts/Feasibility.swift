/// Which of the two models of feasibility file the candidate has filled.
package enum FeasibilityModel: String, Code {
  case accompanied
  case alone
}

/// How far a prerequisite is met.
package enum PrerequisiteState: String, Code {
  case acquired
  case inProgress = "in-progress"
  case recommended
}

/// A prerequisite of the certification.
package struct Prerequisite: Shaped {
  package var state: PrerequisiteState
  package var title: String

  package static let shape = Shape(
    "prerequisite", Self.init,
    .attribute("state", \.state),
    .text("title", \.title))

  package init(state: PrerequisiteState, title: String) { (self.state, self.title) = (state, title) }
}

/// What candidates say of their own mastery.
package enum Mastery: String, Code {
  case yes
  case partly
  case no
}

/// A competence as the candidate sees it.
package struct OwnMastery: Shaped {
  package var code: String
  package var mastered: Mastery

  package static let shape = Shape(
    "competence", Self.init,
    .attribute("code", \.code),
    .attribute("mastered", \.mastered))

  package init(code: String, mastered: Mastery) { (self.code, self.mastered) = (code, mastered) }
}

/// What the candidate writes of one bloc.
package struct BlocText: Shaped {
  package var bloc: String
  package var paragraphs: [String]

  package static let shape = Shape(
    "text", Self.init,
    .attribute("bloc", \.bloc),
    .prose("p", \.paragraphs))

  package init(bloc: String, paragraphs: [String]) { (self.bloc, self.paragraphs) = (bloc, paragraphs) }
}

/// The adviser’s opinion on feasibility.
package struct FeasibilityOpinion: Shaped {
  package var favourable: Bool
  package var by: String
  package var date: Day
  package var reason: String?

  package static let shape = Shape(
    "opinion", Self.init,
    .attribute("favourable", \.favourable),
    .attribute("by", \.by),
    .attribute("on", \.date),
    .text("reason", \.reason))

  package init(favourable: Bool, by: String, date: Day, reason: String? = nil) {
    (self.favourable, self.by, self.date, self.reason) = (favourable, by, date, reason)
  }
}

/// The feasibility file of a certification on the national portal (order of 3 July 2025; its content as the platform’s own
/// document shows it).
package struct Feasibility: Shaped {
  package var model: FeasibilityModel
  package var nationality: String?
  package var individualHours: Hours?
  package var collectiveHours: Hours?
  package var trainingHours: Hours?
  package var prerequisites: [Prerequisite]
  package var competences: [OwnMastery]
  package var texts: [BlocText]
  package var opinion: FeasibilityOpinion?

  package static let shape = Shape(
    "feasibility", Self.init,
    .attribute("model", \.model),
    .attribute("nationality", \.nationality),
    .attribute("individualHours", \.individualHours),
    .attribute("collectiveHours", \.collectiveHours),
    .attribute("trainingHours", \.trainingHours),
    .child(\.prerequisites),
    .child(\.competences),
    .child(\.texts),
    .child(\.opinion))

  package init(
    model: FeasibilityModel, nationality: String? = nil, individualHours: Hours? = nil,
    collectiveHours: Hours? = nil, trainingHours: Hours? = nil, prerequisites: [Prerequisite],
    competences: [OwnMastery], texts: [BlocText], opinion: FeasibilityOpinion? = nil
  ) {
    (self.model, self.nationality, self.individualHours) = (model, nationality, individualHours)
    (self.collectiveHours, self.trainingHours) = (collectiveHours, trainingHours)
    (self.prerequisites, self.competences) = (prerequisites, competences)
    (self.texts, self.opinion) = (texts, opinion)
  }
}
