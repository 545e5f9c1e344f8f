#!/usr/bin/python3
"""Fills the form of an evidence dossier as a candidate would, by its text: fill.py FORM."""
import re
import sys
import zipfile

path = sys.argv[1]
with zipfile.ZipFile(path) as archive:
    parts = [(info, archive.read(info)) for info in archive.infolist()]
is_word = path.endswith(".docx")
main = "word/document.xml" if is_word else "content.xml"
text = next(data for info, data in parts if info.filename == main).decode()


def once(old, new):
    global text
    assert old in text, old
    text = text.replace(old, new, 1)


def paragraph(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" if is_word else f"<text:p>{words}</text:p>"


def tick(words):
    global text
    at = text.rindex("☐", 0, text.index(words))
    text = text[:at] + "☒" + text[at + 1:]


once("Situation 1 : ", "Situation 1 : L’accueil d’une salariée")
once("Entreprise : ", "Entreprise : Fonderie Fictive")
once("Période : ", "Période : du 01/03/2019 au 30/06/2021")
once("Pièces citées : ", "Pièces citées : P1")
once("Date de dépôt : ", "Date de dépôt : 13/12/2021")
answers = ["Une usine de 90 personnes.", "Assistante, auprès de la directrice.", "J’ai préparé le contrat.",
           "Un tableur.", "Elle est arrivée à l’heure."]
row = ["releve.pdf", "Relevé", "document de travail", "22/03/2021", "Camille Exemple"]
for words in answers + row:
    text = re.sub(r"<w:p/>" if is_word else r'<text:p text:style-name="[A-Za-z0-9_]*"/>', lambda _: paragraph(words), text, count=1)
# On the line of what is asked, too.
once("Ce que cela a donné.", "Ce que cela a donné. Rien à redire.")
for words in ["C1 — ", "C4 — ", "authentiques"]:
    tick(words)
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
    for info, data in parts:
        archive.writestr(info, text.encode() if info.filename == main else data)
