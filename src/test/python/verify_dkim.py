"""Checks DKIM signatures with dkimpy, whose key comes from the command line instead of DNS.

Usage: verify_dkim.py PUBLIC-KEY MESSAGE...; prints pass or fail for each message.
"""
import sys

import dkim

RECORD = b"v=DKIM1; k=rsa; p=" + sys.argv[1].encode()


def dns(name, timeout=5):
    return RECORD if name == b"ua._domainkey.section.example." else None


for path in sys.argv[2:]:
    with open(path, "rb") as file:
        try:
            good = dkim.verify(file.read(), dnsfunc=dns)
        except dkim.DKIMException:
            good = False
        print("pass" if good else "fail")
