"""From a written configuration to the same over TLS, by what its comments and the guide say; with a certificate of an issuer
who is made for this and forgotten afterwards."""

import re
import socket
import ssl
import subprocess

HOST = "careers.example.org"


class Issuer:
    """Whom the clients of these tests believe, and a certificate for the site's name."""

    def __init__(self, folder):
        folder.mkdir(mode=0o755)
        self.root, self.root_key = folder / "issuer.crt", folder / "issuer.key"
        self.certificate, self.key = folder / "site.crt", folder / "site.key"
        extensions, request = folder / "extensions", folder / "request"
        extensions.write_text(f"subjectAltName=DNS:{HOST}", encoding="utf-8")
        new = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        openssl("req", "-x509", *new, "-days", "2", "-subj", "/CN=issuer", "-keyout", self.root_key, "-out", self.root)
        openssl("req", *new, "-subj", f"/CN={HOST}", "-keyout", self.key, "-out", request)
        openssl("x509", "-req", "-in", request, "-days", "2", "-CA", self.root, "-CAkey", self.root_key,
                "-CAcreateserial", "-extfile", extensions, "-out", self.certificate)
        self.context = ssl.create_default_context(cafile=str(self.root))

    def connect(self, port):
        """A connection that trusts nobody else, for the site's name."""
        plain = socket.create_connection(("127.0.0.1", port), timeout=10)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return self.context.wrap_socket(plain, server_hostname=HOST)


def openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


def nginx(text, site):
    """Takes the `#` away before the lines for TLS."""
    text = uncommented(text, r"    ", r"listen 443 |listen \[::\]:443 |ssl_certificate|if \(\$scheme = http\)", 5)
    return ported(certified(text, site.issuer), r"(listen (?:\[::\]:)?)", r"[ ;]", site)


def apache(text, site):
    """Takes the `#` away, and lets the lines of the site be for the other port."""
    text = replaced(text, r"^<VirtualHost \*:80>$", "<VirtualHost *:443>", 1)
    text = uncommented(text, r"", r"</?VirtualHost|ServerName |Redirect ", 4)
    text = uncommented(text, r"    ", r"SSL", 3)
    return ported(certified(text, site.issuer), r"(<VirtualHost \*:)", r">", site)


def caddy(site):
    """Options beside what was written: Caddy gets the certificate by itself, here from the issuer instead of from one who
    would ask the address back."""
    return f"""http_port {site.plain_port}\n https_port {site.port}\n skip_install_trust\n local_certs\n pki {{\n ca local {{
        root {{\n cert {site.issuer.root}\n key {site.issuer.root_key}\n }}\n }}\n }}"""


def uncommented(text, indent, beginnings, count):
    return replaced(text, rf"^{indent}# ({beginnings})", rf"{indent}\1", count)


def certified(text, issuer):
    text = replaced(text, re.escape(f"/etc/ssl/{HOST}.pem"), str(issuer.certificate), 1)
    return replaced(text, re.escape(f"/etc/ssl/private/{HOST}.key"), str(issuer.key), 1)


def ported(text, before, after, site):
    """Ports that anybody may open, and that are free."""
    for known, free in [(80, site.plain_port), (443, site.port)]:
        text = re.sub(rf"^( *){before}{known}(?={after})", rf"\g<1>\g<2>{free}", text, flags=re.MULTILINE)
    return text


def replaced(text, pattern, by, count):
    text, found = re.subn(pattern, by, text, flags=re.MULTILINE)
    assert found == count, f"{pattern}: {found} lines instead of {count}"
    return text
