import Artefacts
import Engine
import Files
import Rules
import Schemas
import XML

extension Shared {
  /// Adds to the register of those who have asked more than once in this session their other requests: the yearly caps count
  /// them too (R335-7). A request that cannot be read is refused, and told, when its own turn comes.
  func countingPeers(in session: String) throws(Refusal) -> Shared {
    var people: [String: [(dossier: String, entry: EarlierRequest)]] = [:]
    for folder in try Disk.list(session) ?? [] where folder.kind == .folder && !folder.name.hasPrefix(".") {
      let file = "\(session)/\(folder.name)/\(Request.name).xml"
      guard let bytes = try? Disk.read(file, named: file),
        let request = try? Request(xml: Schemas.read(Request.name, bytes, file: file))
      else { continue }
      people[request.identity.nearKey, default: []].append((folder.name, EarlierRequest(request)))
    }
    var shared = self
    let register: CentreRegister? = holdings.value()
    for requests in people.values where requests.count > 1 {
      for (index, each) in requests.enumerated() {
        let peers = requests.enumerated().filter { $0.offset != index }.map(\.element.entry)
        let merged = CentreRegister(
          sessionOnly: register == nil ? true : nil, entries: (register?.entries ?? []) + peers)
        var known = holdings
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
