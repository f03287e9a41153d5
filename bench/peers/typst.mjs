// Sets letters with typst through its Node binding; arguments: sources, fonts, letters, rounds.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
const require = createRequire(process.cwd() + '/bench/target/peers/');
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const [sources, fonts, letters, rounds] = process.argv.slice(2);
const main = readFileSync(sources + '/letter.typ', 'utf8');
const writers = JSON.parse(readFileSync(sources + '/writers.json', 'utf8'));
const compiler = NodeCompiler.create({ workspace: sources, fontArgs: [{ fontPaths: [fonts] }] });
let next = 0;
for (let round = 1; round <= Number(rounds); round++) {
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  let bytes = 0;
  let pdf;
  for (let i = 0; i < Number(letters); i++) {
    const writer = JSON.stringify(writers[next++ % writers.length]);
    pdf = compiler.pdf({ mainFileContent: main, inputs: { writer } }, { pdfStandard: 'ua-1' });
    compiler.evictCache(10);
    bytes += pdf.length;
  }
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  const used = process.cpuUsage(cpu);
  const seconds = (used.user + used.system) / 1e6;
  writeFileSync('bench/target/samples/typst.pdf', pdf);
  console.log(['typst', round, letters, (letters / wall).toFixed(1), (letters / seconds).toFixed(1),
    '', Math.round(bytes / letters)].join(';'));
}
