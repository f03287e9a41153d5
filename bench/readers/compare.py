"""What pdf.js and PDFium read of each PDF of a folder, against what pdftotext reads, which the
tests hold to the text that was set: characters in reading order, in per cent."""
import difflib
import pathlib
import subprocess
import sys
import unicodedata

import pypdfium2

UNSEEN = {0xAD, 0x61C, 0x17B4, 0x17B5, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)}


def seen(text, form="NFC"):
    normal = unicodedata.normalize(form, text)
    return "".join(c for c in normal if not c.isspace() and ord(c) not in UNSEEN)


def verdict(meant, read):
    if seen(meant) == seen(read):
        return "exact"
    if seen(meant, "NFKC") == seen(read, "NFKC"):
        return "exact in NFKC"
    alike = difflib.SequenceMatcher(None, seen(meant), seen(read), autojunk=False).ratio()
    return f"{100 * alike:.1f}"


print("| language | pdf.js | PDFium |\n|---|---|---|")
for pdf in sorted(pathlib.Path(sys.argv[1]).glob("*.pdf")):
    meant = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True
    ).stdout.decode()
    pdfjs = pathlib.Path(f"{pdf}.pdfjs.txt").read_text()
    pdfium = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    print(f"| {pdf.stem} | {verdict(meant, pdfjs)} | {verdict(meant, pdfium)} |")
