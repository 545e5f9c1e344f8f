/// What a diagnostic is about, by a stable code, `family.case`, that scripts may rely upon. The French name of each is in
/// the schema.
public enum DiagnosticCode: String, Sendable, Hashable, CaseIterable {
  case archiveBomb = "archive.bomb"
  case archiveEmpty = "archive.empty"
  case archiveSeveral = "archive.several"
  case archiveUnreadable = "archive.unreadable"

  case certificationCode = "certification.code"
  case certificationMissing = "certification.missing"

  case decisionsExists = "decisions.exists"
  case decisionsNone = "decisions.none"
  case decisionsNumber = "decisions.number"
  case decisionsSession = "decisions.session"
  case decisionsTwice = "decisions.twice"

  case diskExists = "disk.exists"
  case diskFolder = "disk.folder"
  case diskKind = "disk.kind"
  case diskLink = "disk.link"
  case diskList = "disk.list"
  case diskMissing = "disk.missing"
  case diskOpen = "disk.open"
  case diskRead = "disk.read"
  case diskSilent = "disk.silent"
  case diskSize = "disk.size"
  case diskWrite = "disk.write"

  case dossierEarly = "dossier.early"
  case dossierEmpty = "dossier.empty"
  case dossierFile = "dossier.file"
  case dossierDue = "dossier.due"
  case dossierGone = "dossier.gone"
  case dossierKind = "dossier.kind"
  case dossierMarked = "dossier.marked"
  case dossierMoved = "dossier.moved"
  case dossierName = "dossier.name"
  case dossierNumber = "dossier.number"
  case dossierOther = "dossier.other"
  case dossierPerson = "dossier.person"
  case dossierTwice = "dossier.twice"
  case dossierTwin = "dossier.twin"
  case dossierUnfilled = "dossier.unfilled"
  case dossierUnknown = "dossier.unknown"
  case dossierUnseen = "dossier.unseen"

  case engineInput = "engine.input"
  case engineLaw = "engine.law"

  case evidenceKind = "evidence.kind"
  case evidenceShared = "evidence.shared"
  case evidenceStale = "evidence.stale"
  case evidenceView = "evidence.view"

  case machineLimit = "machine.limit"

  case officeKind = "office.kind"
  case officeStopped = "office.stopped"
  case officeUnread = "office.unread"

  case outLocked = "out.locked"
  case outMissing = "out.missing"
  case outNewer = "out.newer"
  case outPlace = "out.place"
  case outStale = "out.stale"

  case packExists = "pack.exists"
  case packFolder = "pack.folder"
  case packKind = "pack.kind"
  case packPlace = "pack.place"

  case pipelineOrder = "pipeline.order"
  case pipelineTwice = "pipeline.twice"

  case registerCode = "register.code"
  case registerFiche = "register.fiche"
  case registerFolder = "register.folder"

  case registryBirth = "registry.birth"
  case registryCut = "registry.cut"
  case registryParameters = "registry.parameters"
  case registryReport = "registry.report"
  case registryRevoked = "registry.revoked"
  case registryTwice = "registry.twice"

  case sampleExists = "sample.exists"

  case schemaAttributeMissing = "schema.attribute.missing"
  case schemaAttributeUnknown = "schema.attribute.unknown"
  case schemaCode = "schema.code"
  case schemaContent = "schema.content"
  case schemaInvalid = "schema.invalid"
  case schemaKind = "schema.kind"
  case schemaRoot = "schema.root"
  case schemaText = "schema.text"
  case schemaUnsound = "schema.unsound"
  case schemaValue = "schema.value"
  case schemaVersion = "schema.version"

  case sessionCertification = "session.certification"
  case sessionFile = "session.file"
  case sessionInterrupted = "session.interrupted"
  case sessionMissing = "session.missing"
  case sessionMember = "session.member"
  case sessionSlot = "session.slot"
  case sessionTwice = "session.twice"
  case sessionWaiver = "session.waiver"

  case stageRemoved = "stage.removed"
  case stageStale = "stage.stale"

  case tableCell = "table.cell"
  case tableColumns = "table.columns"
  case tableEmpty = "table.empty"
  case tableEncoding = "table.encoding"
  case tableExists = "table.exists"
  case tableKind = "table.kind"
  case tableOrphan = "table.orphan"
  case tableQuotes = "table.quotes"
  case tableSize = "table.size"

  case valueMissing = "value.missing"
  case valueUnread = "value.unread"

  case verifyDigest = "verify.digest"
  case verifyFolder = "verify.folder"
  case verifyKind = "verify.kind"
  case verifyLine = "verify.line"
  case verifyMissing = "verify.missing"
  case verifyNothing = "verify.nothing"
  case verifyOxum = "verify.oxum"
  case verifyUnlisted = "verify.unlisted"
  case verifyVersion = "verify.version"

  case xmlAttribute = "xml.attribute"
  case xmlAttributes = "xml.attributes"
  case xmlCharacter = "xml.character"
  case xmlDepth = "xml.depth"
  case xmlDoctype = "xml.doctype"
  case xmlElements = "xml.elements"
  case xmlEmpty = "xml.empty"
  case xmlEncoding = "xml.encoding"
  case xmlEntity = "xml.entity"
  case xmlInstance = "xml.instance"
  case xmlMalformed = "xml.malformed"
  case xmlMemory = "xml.memory"
  case xmlMixed = "xml.mixed"
  case xmlMore = "xml.more"
  case xmlSize = "xml.size"
  case xmlTag = "xml.tag"
  case xmlText = "xml.text"
  case xmlTruncated = "xml.truncated"
  case xmlUnknown = "xml.unknown"
  case xmlXinclude = "xml.xinclude"

  /// The part before the point.
  public enum Family: String, Sendable {
    case archive, certification, decisions, disk, dossier, engine, evidence, machine, office, out, pack,
      pipeline, register
    case registry, sample, schema, session, stage, table, value, verify, xml
  }

  /// What part of the work it is about.
  public var family: Family {
    Family(rawValue: String(rawValue.prefix { $0 != "." })) ?? .engine
  }
}
