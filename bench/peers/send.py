"""smtplib, one connection reused. See SendWorker.java for what is read and answered."""
import smtplib, sys, time
from email.message import EmailMessage
from email.utils import formatdate

folder = sys.argv[1]
text = open(folder + "/letter.txt", encoding="utf-8").read()
html = open(folder + "/letter.html", encoding="utf-8").read()
pdf = open(folder + "/letter.pdf", "rb").read()

for line in sys.stdin:
    port, kind, connections, seconds = line.split()
    wall, cpu, sent = time.perf_counter(), time.process_time(), 0
    end = wall + float(seconds)
    with smtplib.SMTP("127.0.0.1", int(port)) as server:
        while time.perf_counter() < end:
            message = EmailMessage()
            name = f"Writer {sent}"
            message["From"] = f"{name} <writer{sent}@example.org>"
            message["To"] = "President <president@example.org>"
            message["Subject"] = "Zhanbolat Mamay: end the trial and let him speak"
            message["Date"] = formatdate()
            message["Message-ID"] = f"<{sent}.{wall}@example.org>"
            message.set_content(text.replace("@NAME@", name))
            message.add_alternative(html.replace("@NAME@", name), subtype="html")
            if kind == "pdf":
                message.add_attachment(pdf, maintype="application", subtype="pdf", filename="letter.pdf")
            server.send_message(message)
            sent += 1
    print(sent, time.perf_counter() - wall, time.process_time() - cpu, flush=True)
