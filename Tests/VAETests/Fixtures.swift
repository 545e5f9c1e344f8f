import Schemas
import XML

@testable import Artefacts
@testable import Rules
@testable import VAE

/// A sound case to start from: each test changes the one thing that it is about.
enum Fixture {
  static func day(_ spelling: String) -> Day { Day(spelling: spelling) ?? Day(literal: 1900, 1, 1) }

  static let certification: Certification = {
    do { return try Certification.shipped() } catch {
      fatalError("\(error)")
    }
  }()

  static func template<A: Artefact>(_ type: A.Type) -> A {
    let bytes = (try? Templates.model(A.name + ".xml")) ?? []
    do { return try A(xml: Schemas.read(A.name, bytes, file: A.name)) } catch { fatalError("\(error)") }
  }

  static let regimes: Regimes = template(Regimes.self)

  static var session: Session { template(Session.self) }

  /// A request received on 2021-09-06, complete on 2021-09-20, 8 035 h, without a decision.
  static var request: Request {
    var request = template(Request.self)
    request.reception.decision = nil
    return request
  }

  static var dossier: Dossier { template(Dossier.self) }

  static func assess(
    _ request: Request, asOf: String = "2021-09-30", register: CentreRegister? = nil,
    _ change: (inout Session) -> Void = { _ in }
  )
    throws -> Admissibility
  {
    var session = session
    session.asOf = day(asOf)
    change(&session)
    guard let admissibility = try assessRequest(request, certification, regimes, session, register) else {
      throw Missing()
    }
    return admissibility
  }

  struct Missing: Error {}
}

extension [Finding] {
  subscript(rule: String) -> FindingResult? { first { $0.rule.rawValue == rule }?.result }
}
