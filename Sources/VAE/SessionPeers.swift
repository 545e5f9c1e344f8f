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
    for folder in try Disk.list(session) ?? [] where folder.kind == .folder && !folder.name.hasPrefix(".") {
      let file = "\(session)/\(folder.name)/\(Request.name).xml"
      // A request that cannot be read is refused, and told, when its own turn comes.
      guard let bytes = try? Disk.read(file, named: file),
        let request = try? Request(xml: Schemas.read(Request.name, bytes, file: file))
      else { continue }
      requests.append((folder.name, request))
    }
    return try dated(requests, in: session).countingPeers(requests)
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
