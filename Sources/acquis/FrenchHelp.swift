/// The words of the argument parser, which speaks only English, put in French.
enum FrenchHelp {
  static func translate(_ text: String) -> String {
    var text = text
    for (english, french) in phrases { text = text.replacing(english, with: french) }
    return text
  }

  private static let phrases: [(String, String)] = [
    ("OVERVIEW: ", "OBJET : "), ("USAGE: ", "USAGE : "), ("ARGUMENTS:", "ARGUMENTS :"),
    ("OPTIONS:", "OPTIONS :"),
    ("UNE ÉTAPE À LA FOIS SUBCOMMANDS:", "UNE ÉTAPE À LA FOIS :"), ("SUBCOMMANDS:", "COMMANDES :"),
    ("<subcommand>", "<commande>"), ("[<options>]", "[options]"),
    ("Show the version.", "Affiche la version."), ("Show help information.", "Affiche cette aide."),
    ("Show subcommand help information.", "Affiche l’aide d’une commande."),
    (
      "  See 'acquis help <commande>' for detailed help.",
      "  « acquis help <commande> » donne l’aide d’une commande."
    ),
    ("(default:", "(par défaut :"), ("(values:", "(valeurs :"),
    ("; default:", " ; par défaut :"),
    ("Error: ", "erreur : "), ("Usage: ", "Usage : "), ("Help:  ", "Aide :  "),
    ("' for more information.", " » pour en savoir plus."), ("  See '", "  Voir « "),
    ("Missing expected argument ", "il manque l’argument "), ("Unknown option ", "option inconnue "),
    ("Unexpected argument ", "argument en trop "), ("Missing value for ", "il manque la valeur de "),
    ("Missing one of: ", "il manque l’un de : "), (" unexpected arguments: ", " arguments en trop : "),
    ("The value ", "la valeur "), (" is invalid for ", " ne convient pas à "),
    ("Did you mean ", "Vouliez-vous dire "),
  ]
}
