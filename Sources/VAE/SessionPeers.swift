import Artefacts
import Engine
import Files
import Rules
import Schemas
import XML

extension Shared {
  /// What is known of each dossier from all the requests of the session, read once more than they will be: who has asked
  /// twice, and, where the session names no day of appreciation, of which day its documents are.
  func knowing(_ session: String) throws(Refusal) -> Shared {
    var requests: [(dossier: String, request: Request)] = []
    for dossier in try dossiers(of: session) {
      // A request that cannot be read is refused, and told, when its own turn comes.
      if let request = request(of: dossier, in: session) { requests.append((dossier, request)) }
    }
    return try dated(requests, in: session).countingPeers(requests)
  }

  /// The names of the folders of a session, and of the dossiers of which a table says something.
  func dossiers(of session: String) throws(Refusal) -> [String] {
    let folders = try Disk.list(session)?.filter { $0.kind == .folder && !$0.name.hasPrefix(".") } ?? []
    return Set(folders.map(\.name) + given.keys).sorted()
  }

  /// The request of a dossier; nil when there is none that can be read.
  func request(of dossier: String, in session: String) -> Request? {
    guard let source = try? folder(dossier, session: session, out: session).source(Request.name) else {
      return nil
    }
    return try? Request(xml: Schemas.read(Request.name, source.bytes, file: source.file))
  }

  /// Adds to the register of those who have asked more than once in this session their other requests: the yearly caps count
  /// them too (R335-7).
  private func countingPeers(_ requests: [(dossier: String, request: Request)]) -> Shared {
    var people: [String: [(dossier: String, entry: EarlierRequest)]] = [:]
    for (dossier, request) in requests {
      people[request.identity.nearKey, default: []].append((dossier, EarlierRequest(request)))
    }
    var shared = self
    let register: CentreRegister? = holdings.value()
    for requests in people.values where requests.count > 1 {
      for (index, each) in requests.enumerated() {
        let peers = requests.enumerated().filter { $0.offset != index }.map(\.element.entry)
        let merged = CentreRegister(
          sessionOnly: register == nil ? true : nil, entries: (register?.entries ?? []) + peers)
        var known = shared.holdings(of: each.dossier)
        known[CentreRegister.name] = .init(value: merged, digest: Digest.of(Schemas.document(merged.xml)))
        shared.own[each.dossier] = known
      }
    }
    return shared
  }
}

extension EarlierRequest {
  /// A request of the same session, before anything is said of it but what the certifier has decided.
  fileprivate init(_ request: Request) {
    self.init(
      receivedOn: request.reception.receivedOn,
      outcome: request.reception.decision?.outcome == .unfavourable ? .notReceivable : .toDecide,
      identity: request.identity)
  }
}
