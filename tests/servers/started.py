"""The sample site as diptych builds it, and the three servers that show it from a folder with a link `current`."""

import os
import pathlib
import re
import shutil
import socket
import subprocess
import time

import certified

DIPTYCH = os.environ["DIPTYCH"]
SERVERS = ["nginx", "apache", "caddy"]
MODULES = ["mpm_event", "authz_core", "alias", "dir", "mime", "rewrite", "headers", "ssl", "http2"]
BEFORE, AFTER = "2025-06-02T12:00:00+02:00", "2025-06-03T12:00:00+02:00"


def run(*arguments):
    subprocess.run([DIPTYCH, *arguments], check=True, stdout=subprocess.DEVNULL)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Site:
    """The sample with former addresses, a notice that was withdrawn and one that will be, built at two times. With an issuer
    of certificates its address begins with https, and there is a port for plain HTTP beside."""

    def __init__(self, work, base, issuer=None):
        self.port, self.base, self.issuer = free_port(), base, issuer
        self.plain_port = free_port() if issuer else None
        self.host = certified.HOST if issuer else f"127.0.0.1:{self.port}"
        self.origin = f"{'https' if issuer else 'http'}://{self.host}"
        self.name = f"{'tls' if issuer else 'plain'}{base.replace('/', '-')}"
        self.folder = work / f"site-{self.name}"
        run("init", str(self.folder))
        self.put("site.yaml", r"^address: .*$", f"address: {self.origin}{base}/\ncompress: true")
        self.put(self.edition("250930.en.md"), r"^title:", "aliases: [/en/vacancies/250930-planner/, /old/fuel.html]\ntitle:")
        self.put(self.edition("250930.fr.md"), r"^title:", "aliases: [/fr/anciens/250930]\ntitle:")
        self.put(self.edition("250655.en.md"), r"^title:", "withdrawn: 2025-06-01\naliases: [/old/chief/]\ntitle:")
        self.put(self.edition("250875.en.md"), r"^title:", "withdrawn: 2025-06-03\ntitle:")
        self.root = self.folder.parent / f"www-{self.name}"
        self.root.mkdir()
        for name, now in [("before", BEFORE), ("after", AFTER)]:
            run("build", "--site", str(self.folder), "--output", str(self.root / name), "--now", now)
        (self.root / "before" / ".diptych-release.json").write_text("{}", encoding="utf-8")
        self.show("before")

    def edition(self, name):
        return str(next(self.folder.glob(f"content/vacancies/**/{name}")).relative_to(self.folder))

    def put(self, path, pattern, text):
        path = self.folder / path
        text, count = re.subn(pattern, text, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
        assert count == 1, f"{path}: {pattern}"
        path.write_text(text, encoding="utf-8")

    def show(self, name):
        """Exchanges the link in one step, as a deployment does."""
        link = self.root / "next"
        link.symlink_to(name)
        link.rename(self.root / "current")

    def configuration(self, server, language):
        to = self.folder.parent / f"{server}-{self.name}-{language}"
        run("server", server, "--site", str(self.folder), "--root", str(self.root / "current"), "--to", str(to),
            "--language", language)
        return next(to.iterdir())


class Started:
    """A server that shows a site, until the end of a `with`."""

    def __init__(self, server, site):
        self.site, self.server = site, server
        self.work = site.folder.parent / f"run-{server}-{site.name}"
        self.work.mkdir(mode=0o755)
        # Comments in French are no part of the configuration either.
        written = site.configuration(server, "fr" if site.base else "en")
        self.command = getattr(self, server)(written)

    def nginx(self, written):
        text = written.read_text(encoding="utf-8").replace("# brotli_static on;", "brotli_static on;")
        if self.site.issuer:
            text = certified.nginx(text, self.site)
        if not socket.has_ipv6 or not pathlib.Path("/proc/net/if_inet6").exists():
            text = re.sub(r"\n *listen \[::\][^\n]*", "", text)
        written.write_text(text, encoding="utf-8")
        user = "user www-data;" if os.geteuid() == 0 else ""
        temporary = "".join(f"{kind}_temp_path {self.work}/{kind}; " for kind in
                            ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
        main = f"""load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
            {user} daemon off; pid {self.work}/pid; error_log stderr error;
            events {{ }} http {{ access_log off; {temporary} include {written}; }}"""
        (self.work / "main").write_text(main, encoding="utf-8")
        return ["/usr/sbin/nginx", "-p", str(self.work), "-e", "stderr", "-c", str(self.work / "main")]

    def apache(self, written):
        if self.site.issuer:
            text = certified.apache(written.read_text(encoding="utf-8"), self.site)
            written.write_text(text, encoding="utf-8")
        modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES)
        listen = "\n".join(f"Listen 127.0.0.1:{port}" for port in self.ports())
        user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
        main = f"""ServerRoot {self.work}\nPidFile {self.work}/pid\nErrorLog /dev/stderr\nLogLevel error\n{modules}
            {user}\n{listen}\nMutex file:{self.work}\nTypesConfig /dev/null
            ServerName 127.0.0.1\nProtocols h2 http/1.1\nInclude {written}\n"""
        (self.work / "main").write_text(main, encoding="utf-8")
        return ["/usr/sbin/apache2", "-f", str(self.work / "main"), "-DFOREGROUND"]

    def caddy(self, written):
        options = certified.caddy(self.site) if self.site.issuer else ""
        (self.work / "main").write_text(f"{{\nadmin off\n{options}\n}}\nimport {written}\n", encoding="utf-8")
        return ["caddy", "run", "--adapter", "caddyfile", "--config", str(self.work / "main")]

    def ports(self):
        return [port for port in [self.site.port, self.site.plain_port] if port]

    def is_up(self):
        """Whether it answers at each port, and has its certificate."""
        try:
            for port in self.ports():
                socket.create_connection(("127.0.0.1", port), timeout=10).close()
            if self.site.issuer:
                self.site.issuer.connect(self.site.port).close()
        except OSError:
            return False
        return True

    def __enter__(self):
        self.log = open(self.work / "log", "wb")
        environment = dict(os.environ, HOME=str(self.work), XDG_DATA_HOME=str(self.work))
        self.process = subprocess.Popen(self.command, stdout=self.log, stderr=self.log, env=environment)
        for _ in range(200):
            if self.is_up():
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        raise SystemExit(f"{self.server} does not start:\n{(self.work / 'log').read_text(errors='replace')}")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.log.close()
        self.site.show("before")
        shutil.rmtree(self.work)
