"""Sets letters with WeasyPrint; arguments: sources, letters, rounds."""
import pathlib
import sys
import time

import weasyprint
from weasyprint.text.fonts import FontConfiguration

sources, letters, rounds = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
fonts = FontConfiguration()
face = weasyprint.CSS(string="body{font-family:'Noto Serif'!important}", font_config=fonts)
pages = sorted((sources / "html").glob("*.html"))
following = 0
for round_number in range(1, rounds + 1):
    cpu, wall, size = time.process_time(), time.perf_counter(), 0
    for _ in range(letters):
        page = weasyprint.HTML(filename=str(pages[following % len(pages)]), encoding="utf-8")
        following += 1
        pdf = page.write_pdf(stylesheets=[face], font_config=fonts, variant="pdf/ua-1")
        size += len(pdf)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    pathlib.Path("bench/target/samples/weasyprint.pdf").write_bytes(pdf)
    print(f"weasyprint;{round_number};{letters};{letters / wall:.1f};{letters / cpu:.1f};;{size // letters}")
