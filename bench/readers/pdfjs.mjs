// Writes the text that pdf.js finds in each PDF of a folder beside it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const folder = process.argv[2];
for (const name of readdirSync(folder).filter((each) => each.endsWith('.pdf'))) {
  const data = new Uint8Array(readFileSync(`${folder}/${name}`));
  const file = await getDocument({ data, verbosity: 0 }).promise;
  let text = '';
  for (let page = 1; page <= file.numPages; page++) {
    const content = await (await file.getPage(page)).getTextContent();
    text += content.items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join('') + '\n';
  }
  writeFileSync(`${folder}/${name}.pdfjs.txt`, text);
}
