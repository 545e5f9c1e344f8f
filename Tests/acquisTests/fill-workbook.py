#!/usr/bin/python3
"""Fills the workbook of a new session as a person would, for the tests: fill-workbook.py WORKBOOK [SHEET ROW TITLE VALUE]…
Without changes, four fictitious candidates are entered; with them, cells alone are changed (row: a number of the sheet)."""
import datetime
import sys

import openpyxl


def day(text):
    return datetime.datetime.strptime(text, "%d/%m/%Y")


def add(sheet, cells):
    heads = [cell.value for cell in sheet[1]]
    row = max(cell.row for line in sheet.iter_rows() for cell in line if cell.value is not None) + 1
    for title, value in cells.items():
        sheet.cell(row, heads.index(title) + 1, value)


def fill(book):
    session = {
        "Numéro de la session": "S-2022-01", "Intitulé": "Session fictive", "Certification": "RNCP28236",
        "Centre : nom": "Centre fictif", "Centre : lieu": "Metz", "Dépôt des dossiers avant le": day("15/01/2022"),
    }
    for line in book["Session"].iter_rows(min_row=2):
        if line[0].value in session:
            line[1].value = session[line[0].value]
    for rank in range(1, 4):
        add(book["Commission"], {
            "Nom": f"Membre Fictif {rank}", "Fonction": "Responsable RH", "Identifiant": f"P{rank}",
            "Professionnel qualifié pour la certification": "oui", "Sexe": "femme"})
    for rank in range(1, 5):
        add(book["Jury"], {
            "Nom": f"Juré Fictif {rank}", "Identifiant": f"J{rank}",
            "Délégation": "délégation patronale" if rank < 3 else "délégation syndicale",
            "Préside le jury": "oui" if rank == 1 else "non", "A voix délibérative": "oui", "Sexe": "homme"})
    add(book["Séances du jury"], {"Date": day("24/03/2022")})
    for rank, (name, first) in enumerate(
            [("Essai-Un", "Camille|Lou"), ("Essai-Deux", "Sacha"), ("Essai-Trois", "Alix"), ("Essai-Quatre", "Lou")], 1):
        number = f"VAE-2022-00{rank}"
        add(book["Demandes"], {
            "Numéro de la demande": number, "Sexe": "Mme", "Nom de naissance": name, "Prénoms": first,
            "Date de naissance": day(f"0{rank}/03/1985"), "Commune de naissance": "Metz",
            "Code INSEE de naissance": "57463", "Pays de naissance": "France", "Nature de la demande": "première demande",
            "Certification visée": "RNCP 28236", "Déclaration sur l’honneur": "oui", "Signée le": day("06/09/2021"),
            "Forme de la signature": "manuscrite", "Engagée le": day("07/09/2021"), "Reçue le": day("07/09/2021"),
            "Complète le": day("20/09/2021"),
            "Pièces reçues": "pièce d’identité|bulletins de salaire ou certificat de l’employeur",
            "Décision de recevabilité": "favorable", "Décision le": day("11/10/2021"),
            "Décision par": "Commission de recevabilité"})
        add(book["Expériences"], {
            "Numéro de la demande": number, "Statut": "salarié", "En rapport direct": "oui", "Début": day("01/09/2016"),
            "Fin": day("31/08/2021"), "Heures par semaine": 35, "Heures en tout": 8035.5, "Emploi": "Assistante RH",
            "Employeur": "Entreprise Exemple", "Activités": "Paie\nDossiers du personnel"})
    add(book["Relances"], {
        "Numéro de la demande": "VAE-2022-002", "Pièce demandée": "pièce d’identité", "Envoyée le": day("10/09/2021")})


def change(book, sheet, row, title, value):
    if sheet == "rename":
        book[row].title = value
        return
    if sheet == "rubric":
        next(line for line in book["Session"].iter_rows() if line[0].value == row)[0].value = value
        return
    heads = [cell.value for cell in book[sheet][1]]
    if sheet == "Session":
        line = next(line for line in book[sheet].iter_rows() if line[0].value == title)
        line[1].value = value
    elif row == "1":
        book[sheet].cell(1, heads.index(title) + 1, value)
    else:
        cell = book[sheet].cell(int(row), heads.index(title) + 1, value)
        cell.number_format = "@"


path = sys.argv[1]
book = openpyxl.load_workbook(path)
if len(sys.argv) == 2:
    fill(book)
else:
    change(book, *sys.argv[2:6])
book.save(path)
