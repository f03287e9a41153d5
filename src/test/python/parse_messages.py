"""Parses messages with Python's email package and fails on any defect.

Prints three lines a message: subject, name of the sender, text (line ends written as \\n).
"""
import email
import email.header
import email.policy
import email.utils
import sys


def defects(message, path):
    for part in message.walk():
        yield from ((path, part.get_content_type(), d) for d in part.defects)
        for name in part.keys():
            yield from ((path, name, d) for d in part[name].defects)


def name_of_sender(path):
    # The older parser: the new one keeps the white space between two encoded words of a name,
    # which RFC 2047 section 6.2 says to drop.
    with open(path, "rb") as file:
        raw = email.message_from_binary_file(file, policy=email.policy.compat32)["from"]
    name, _ = email.utils.parseaddr(raw.replace("\r\n", ""))
    return str(email.header.make_header(email.header.decode_header(name)))


for path in sys.argv[1:]:
    with open(path, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    found = list(defects(message, path))
    if found:
        sys.exit(f"defects: {found}")
    for part in message.walk():
        if not part.is_multipart():
            part.get_content()
    body = message.get_body(preferencelist=("plain",))
    print(message["subject"])
    print(name_of_sender(path))
    print(body.get_content().replace("\r\n", "\n").replace("\n", "\\n"))
