"""Makes the hostile corpus. Each file is named after the finding that must name it: `finding--what.ext`.
Needs qpdf and zip. The files are committed: run it only to add one."""
import os, struct, subprocess, zipfile, zlib

here = os.path.dirname(os.path.abspath(__file__))
os.chdir(here)

def pdf(name, objects, root=1, extra=b""):
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start) + extra
    open(name, "wb").write(out)

def stream(data, head=b""):
    return b"<<" + head + b"/Length %d>>\nstream\n" % len(data) + data + b"\nendstream"

font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>%s>>"
words = stream(b"BT /F 12 Tf 72 700 Td (Bonjour, ceci est une page) Tj ET")
catalog = b"<</Type/Catalog/Pages 2 0 R%s>>"
def simple(name, root=b"", leaf=b"", content=words, more=(), extra=b""):
    pdf(name, [catalog % root, pages, page % leaf, content, font, *more], extra=extra)

simple("fine--plain.pdf")
whole = open("fine--plain.pdf", "rb").read()
open("truncated--half.pdf", "wb").write(whole[:60])
open("empty--zero-bytes.pdf", "wb")
simple("no-text--scan.pdf", content=stream(b"0 0 100 100 re f"))
simple("rotated--quarter-turn.pdf", leaf=b"/Rotate 90")
simple("active-content--javascript.pdf", b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")
simple("embedded-files--attachment.pdf", b"/Names<</EmbeddedFiles<</Names[(a)6 0 R]>>>>",
       more=[b"<</Type/Filespec/F(a.txt)/EF<</F 7 0 R>>>>", stream(b"x", b"/Type/EmbeddedFile")])
data = (b'<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><formulaire1><Page1><Nom>EXEMPLE</Nom>'
        b'</Page1></formulaire1></xfa:data></xfa:datasets>')
simple("waiting-page--xfa.pdf", b"/AcroForm<</XFA[(datasets)6 0 R]/Fields[]>>",
       content=stream(b"BT /F 12 Tf 72 700 Td (Please wait...) Tj ET"), more=[stream(data)])
bomb = zlib.compress(zlib.compress(b"(A) Tj " * 100_000_000, 9), 9)
simple("stopped--flate-bomb.pdf", content=stream(bomb, b"/Filter[/FlateDecode/FlateDecode]"))
pdf("truncated--page-loop.pdf", [catalog % b"", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"])
buffer = "/tmp/hidden.zip"
with zipfile.ZipFile(buffer, "w") as archive: archive.writestr("evil.txt", "x")
simple("polyglot--pdf-and-zip.pdf", extra=open(buffer, "rb").read())
subprocess.run(["qpdf", "--encrypt", "secret", "secret", "256", "--", "fine--plain.pdf", "encrypted--password.pdf"], check=True)

def png(): # one white pixel
    def chunk(kind, body): return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"\0\xff\xff\xff")) + chunk(b"IEND", b""))
open("fine--pixel.png", "wb").write(png())
open("mistyped--png-as-pdf.pdf", "wb").write(png())
open("truncated--no-end.png", "wb").write(png()[:-8])
open("truncated--no-end.jpg", "wb").write(bytes.fromhex("ffd8ffe000104a46494600010100000100010000") + b"\0" * 64)
open("unknown-type--program.exe", "wb").write(b"MZ" + b"\0" * 58 + struct.pack("<I", 64) + b"PE\0\0" + b"\0" * 200)
open("mistyped--high-bytes.pdf", "wb").write(bytes(range(128, 256)) * 4)
open("encrypted--password.docx", "wb").write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512)

def docx(name, body="<w:p><w:r><w:t>Bonjour</w:t></w:r></w:p>", prolog="", relations="", more=()):
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        def put(path, text): archive.writestr(zipfile.ZipInfo(path, (2021, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
        put("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        put("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>')
        put("word/document.xml", f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="{w}"><w:body>{body}</w:body></w:document>')
        if relations:
            put("word/_rels/document.xml.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>')
        for path, text in more: put(path, text)
docx("fine--plain.docx")
docx("external--template.docx", relations='<Relationship Id="r1" Type="http://x/attachedTemplate" Target="http://evil.invalid/t.dotm" TargetMode="External"/>')
docx("macros--vba.docx", more=[("word/vbaProject.bin", "x")])
docx("bomb--entities.docx", prolog='<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>', body="<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")
docx("bomb--swelling.docx", body="<w:p>" + " " * 40_000_000 + "</w:p>")
whole = open("fine--plain.docx", "rb").read()
open("truncated--cut.docx", "wb").write(whole[:-120])

os.chdir("archives")
def archive(name, entries):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as z:
        for path, data, *mode in entries:
            info = zipfile.ZipInfo(path, (2021, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            if mode: info.external_attr, info.create_system = mode[0] << 16, 3
            z.writestr(info, data)
archive("unsafe-name--slip.zip", [("../../out.txt", "x")])
archive("unsafe-name--absolute.zip", [("/etc/out.txt", "x")])
archive("unsafe-name--backslash.zip", [("a\\..\\out.txt", "x")])
archive("unsafe-name--right-to-left.zip", [("photo\u202egpj.exe", "x")])
archive("not-a-file--symlink.zip", [("link.pdf", "/etc/passwd", 0o120777)])
archive("fine--same-names.zip", [("a/x.txt", "1"), ("b/x.txt", "2")])
archive("bomb--swelling.zip", [("zeros.txt", b"\0" * 40_000_000)])
archive("mistyped--nested.zip", [("inner.pdf", open("bomb--swelling.zip", "rb").read())])
whole = open("fine--same-names.zip", "rb").read()
open("truncated--cut.zip", "wb").write(whole[:70])
# Many names in the directory for the same bytes (overlap).
one = open("bomb--swelling.zip", "rb").read()
place = one.index(b"PK\x01\x02"); end = one.index(b"PK\x05\x06")
entry = one[place:end]
count = 200
directory = b"".join(entry.replace(b"zeros.txt", b"zer%02x.txt" % i) for i in range(count))
open("bomb--overlap.zip", "wb").write(one[:place] + directory + b"PK\x05\x06\0\0\0\0" + struct.pack("<HHIIH", count, count, len(directory), place, 0))
# A name in the DOS page, as old Windows tools write it.
archive("fine--dos-accents.zip", [("proc@dure.txt", "x")])
raw = open("fine--dos-accents.zip", "rb").read().replace(b"proc@dure", b"proc\x82dure")
open("fine--dos-accents.zip", "wb").write(raw)
open("/tmp/clear.txt", "w").write("x")
if os.path.exists("encrypted--password.zip"): os.remove("encrypted--password.zip")
subprocess.run(["zip", "-q", "-j", "-X", "-P", "secret", "encrypted--password.zip", "/tmp/clear.txt"], check=True)

# What a PDF does, however it says so.
os.chdir(here)
whole = open("fine--plain.pdf", "rb").read()
simple("active-content--rendition.pdf", leaf=b"/Annots[<</Type/Annot/Subtype/Screen/Rect[0 0 9 9]/A<</S/Rendition/JS(app.alert\\(1\\))>>>>]")
simple("active-content--name-in-code.pdf", b"/OpenAction<</S/J#61vaScript/J#53(app.alert\\(1\\))>>")
simple("active-content--rich-media.pdf", leaf=b"/Annots[<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]/RichMediaContent<<>>>>]")
simple("external--open-uri.pdf", b"/OpenAction 6 0 R", more=[b"<</S/URI/URI(http://exemple.invalid/)>>"])
simple("external--page-opens-uri.pdf", leaf=b"/AA<</O<</S/URI/URI(http://exemple.invalid/)>>>>")
simple("external--goto-embedded.pdf", leaf=b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/GoToE/F(a.pdf)/T<</R/C>>>>>>]")
simple("external--thread.pdf", b"/OpenAction<</S/Thread/F(a.pdf)/D 0>>")
simple("fine--link.pdf", leaf=b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://exemple.invalid/)>>>>]")
simple("embedded-files--portfolio.pdf", b"/Collection<</View/T>>")
simple("signed--field.pdf", b"/AcroForm<</SigFlags 3/Fields[6 0 R]>>",
       more=[b"<</FT/Sig/T(s)/V<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 1 2 3]/Contents<00>>>>>"])
open("fine--behind-mark.pdf", "wb").write(b"\xef\xbb\xbf\r\n" + whole)
open("active-content--behind-mark.pdf", "wb").write(b"\xef\xbb\xbf" + open("active-content--javascript.pdf", "rb").read())
pdf("truncated--no-page.pdf", [catalog % b"", b"<</Type/Pages/Kids[]/Count 0>>"])
subprocess.run(["qpdf", "--object-streams=generate", "active-content--javascript.pdf", "active-content--compressed.pdf"], check=True)
subprocess.run(["qpdf", "--encrypt", "", "secret", "256", "--", "fine--plain.pdf", "fine--owner-password.pdf"], check=True)

# A header is not a picture.
def chunk(kind, body): return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
def picture(width, height, data, before=b""):
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + before + chunk(b"IDAT", data) + chunk(b"IEND", b"")
open("truncated--rows-missing.png", "wb").write(picture(64, 64, zlib.compress(b"\0" * 9)))
open("truncated--not-deflated.png", "wb").write(picture(8, 8, b"\0" * 40))
open("oversized--dimensions.png", "wb").write(picture(30000, 30000, zlib.compress(b"\0" * (3751 * 30000), 9)))
open("animated--apng.png", "wb").write(picture(8, 8, zlib.compress(b"\0\0" * 8), chunk(b"acTL", struct.pack(">II", 2, 0))))
open("trailing--bytes.png", "wb").write(png() + b"apres la fin")

# Numbers where no page shows them (a number of nobody's: its place and its key are made up).
simple("fine--number-in-a-note.pdf", leaf=b"/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(2 69 05 49 588 157 80)>>]")
with zipfile.ZipFile("fine--number-in-a-sheet.xlsx", "w", zipfile.ZIP_DEFLATED) as book:
    book.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>')
    book.writestr("xl/workbook.xml", "<workbook/>")
    book.writestr("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>")
    book.writestr("xl/sharedStrings.xml", "<sst><si><t>2 69 05 49 588 157 80</t></si></sst>")

# Beyond what any document is: chains and nests of which an end may hide something.
chain = [b"<</S/GoTo/D[3 0 R/Fit]/Next %d 0 R>>" % (7 + step) for step in range(40)]
simple("external--after-forty-steps.pdf", b"/OpenAction 6 0 R", more=[*chain, b"<</S/URI/URI(http://exemple.invalid/)>>"])
simple("fine--chain-that-closes.pdf", b"/OpenAction 6 0 R",
       more=[b"<</S/GoTo/D[3 0 R/Fit]/Next 7 0 R>>", b"<</S/GoTo/D[3 0 R/Fit]/Next 6 0 R>>"])
for name, depth in [("three-hundred", 300), ("nine-hundred", 900)]:
    simple("stopped--nested-%s.pdf" % name, b"/Deep 6 0 R", more=[b"[" * depth + b"<</S/JavaScript/JS(app.alert\\(1\\))>>" + b"]" * depth])
tiff, place = bytearray(b"II*\0\x08\0\0\0"), 8
for number in range(201):
    tags = [(256, 3, 1, 1), (257, 3, 1, 1), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, place + 2 + 9 * 12 + 4),
            (277, 3, 1, 1), (278, 3, 1, 1), (279, 4, 1, 1)]
    tiff += struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", *tag) for tag in tags)
    place += 2 + 9 * 12 + 4 + 2
    tiff += struct.pack("<I", place if number < 200 else 0) + b"\xff\0"
open("stopped--two-hundred-and-one-pages.tiff", "wb").write(bytes(tiff))
long = "é" * 125 + ".txt"
archive("archives/fine--long-names.zip", [("%s/%s" % (folder, long), "words of %s" % folder) for folder in "abc"])
