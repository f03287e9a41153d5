// nodemailer, pooled. See SendWorker.java for what is read and answered.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const [modules, folder] = process.argv.slice(2);
const nodemailer = createRequire(modules + "/")("nodemailer");
const text = readFileSync(folder + "/letter.txt", "utf8");
const html = readFileSync(folder + "/letter.html", "utf8");
const pdf = readFileSync(folder + "/letter.pdf");

for await (const line of createInterface({ input: process.stdin })) {
  const [port, kind, connections, seconds] = line.split(" ");
  const pool = nodemailer.createTransport({
    host: "127.0.0.1", port: +port, secure: false, ignoreTLS: true,
    pool: true, maxConnections: +connections, maxMessages: Infinity,
  });
  const cpu = process.cpuUsage();
  const start = performance.now();
  const end = start + 1000 * seconds;
  let begun = 0;
  let sent = 0;
  const send = async () => {
    while (performance.now() < end) {
      const number = begun++;
      const name = `Writer ${number}`;
      await pool.sendMail({
        from: { name, address: `writer${number}@example.org` },
        to: { name: "President", address: "president@example.org" },
        subject: "Zhanbolat Mamay: end the trial and let him speak",
        messageId: `<${number}.${start}@example.org>`,
        text: text.replace("@NAME@", name),
        html: html.replace("@NAME@", name),
        attachments: kind === "pdf" ? [{ filename: "letter.pdf", contentType: "application/pdf", content: pdf }] : [],
      });
      sent++;
    }
  };
  // Twice as many under way as connections, so that none waits for its next message to be asked for.
  await Promise.all(Array.from({ length: 2 * connections }, send));
  pool.close();
  const used = process.cpuUsage(cpu);
  console.log(sent, (performance.now() - start) / 1000, (used.user + used.system) / 1e6);
}
