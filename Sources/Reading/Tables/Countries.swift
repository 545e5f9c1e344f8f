/// Countries by what people call them in French.
enum Countries {
  /// The code of three letters (ISO 3166-1); nil for a name that is not known.
  static func code(_ name: String) -> String? { byName[Spreadsheet.plain(name)] }

  private static let byName: [String: String] = Dictionary(
    names.split(separator: ";").map { (Spreadsheet.plain(String($0.dropFirst(4))), String($0.prefix(3))) }
  ) { first, _ in first }

  /// The code, a space, the name.
  private static let names = """
    AFG Afghanistan;ZAF Afrique du Sud;ALB Albanie;DZA Algérie;DEU Allemagne;AND Andorre;AGO Angola;\
    SAU Arabie saoudite;ARG Argentine;ARM Arménie;AUS Australie;AUT Autriche;AZE Azerbaïdjan;BGD Bangladesh;\
    BEL Belgique;BEN Bénin;BLR Biélorussie;MMR Birmanie;BOL Bolivie;BIH Bosnie-Herzégovine;BRA Brésil;\
    BGR Bulgarie;BFA Burkina Faso;BDI Burundi;KHM Cambodge;CMR Cameroun;CAN Canada;CPV Cap-Vert;\
    CAF Centrafrique;CAF République centrafricaine;CHL Chili;CHN Chine;CYP Chypre;COL Colombie;COM Comores;\
    COG Congo;COD République démocratique du Congo;KOR Corée du Sud;CRI Costa Rica;CIV Côte d’Ivoire;\
    HRV Croatie;CUB Cuba;DNK Danemark;DJI Djibouti;EGY Égypte;ARE Émirats arabes unis;ECU Équateur;\
    ERI Érythrée;ESP Espagne;EST Estonie;USA États-Unis;ETH Éthiopie;FIN Finlande;FRA France;GAB Gabon;\
    GMB Gambie;GEO Géorgie;GHA Ghana;GRC Grèce;GTM Guatemala;GIN Guinée;GNB Guinée-Bissau;\
    GNQ Guinée équatoriale;HTI Haïti;HND Honduras;HUN Hongrie;IND Inde;IDN Indonésie;IRQ Irak;IRN Iran;\
    IRL Irlande;ISL Islande;ISR Israël;ITA Italie;JAM Jamaïque;JPN Japon;JOR Jordanie;KAZ Kazakhstan;\
    KEN Kenya;KWT Koweït;LAO Laos;LVA Lettonie;LBN Liban;LBR Liberia;LBY Libye;LIE Liechtenstein;\
    LTU Lituanie;LUX Luxembourg;MKD Macédoine du Nord;MDG Madagascar;MYS Malaisie;MLI Mali;MLT Malte;\
    MAR Maroc;MUS Maurice;MRT Mauritanie;MEX Mexique;MDA Moldavie;MCO Monaco;MNG Mongolie;MNE Monténégro;\
    MOZ Mozambique;NPL Népal;NIC Nicaragua;NER Niger;NGA Nigeria;NOR Norvège;NZL Nouvelle-Zélande;\
    UGA Ouganda;UZB Ouzbékistan;PAK Pakistan;PSE Palestine;PAN Panama;PRY Paraguay;NLD Pays-Bas;PER Pérou;\
    PHL Philippines;POL Pologne;PRT Portugal;DOM République dominicaine;CZE République tchèque;CZE Tchéquie;\
    ROU Roumanie;GBR Royaume-Uni;RUS Russie;RWA Rwanda;SLV Salvador;SEN Sénégal;SRB Serbie;SYC Seychelles;\
    SLE Sierra Leone;SGP Singapour;SVK Slovaquie;SVN Slovénie;SOM Somalie;SDN Soudan;LKA Sri Lanka;\
    SWE Suède;CHE Suisse;SUR Surinam;SYR Syrie;TWN Taïwan;TZA Tanzanie;TCD Tchad;THA Thaïlande;TGO Togo;\
    TUN Tunisie;TUR Turquie;UKR Ukraine;URY Uruguay;VEN Venezuela;VNM Viêt Nam;VNM Vietnam;YEM Yémen;\
    ZMB Zambie;ZWE Zimbabwe
    """
}
