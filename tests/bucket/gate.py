"""Connections with a gate into connections with what lies behind it: `gate.py PORT PORT_BEHIND`.

`GET /.close-at-copy` makes it answer 503 from the fifth object on that is copied to where visitors see it;
`GET /.open` ends that.
"""

import http.client
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

port, behind = map(int, sys.argv[1:])
state = {'is_closing': False, 'copied': 0}


class Gate(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def handle_one_request(self):
        self.raw_requestline = self.rfile.readline(65537)
        if not self.raw_requestline or not self.parse_request():
            self.close_connection = True
            return
        body = self.rfile.read(int(self.headers.get('content-length') or 0))
        if self.path in ('/.close-at-copy', '/.open'):
            state.update(is_closing=self.path == '/.close-at-copy', copied=0)
            return self.say(204, {}, b'')
        if self.headers.get('x-amz-copy-source') and '/.diptych-store/' not in self.path:
            state['copied'] += 1
        if state['is_closing'] and state['copied'] >= 5:
            return self.say(503, {}, b'')
        connection = http.client.HTTPConnection('127.0.0.1', behind)
        connection.request(self.command, self.path, body, dict(self.headers))
        answer = connection.getresponse()
        self.say(answer.status, dict(answer.getheaders()), answer.read())

    def say(self, status, headers, body):
        self.send_response_only(status)
        for name, value in headers.items():
            if name.lower() not in ('content-length', 'transfer-encoding', 'connection'):
                self.send_header(name, value)
        self.send_header('content-length', headers.get('Content-Length', '0') if self.command == 'HEAD' else str(len(body)))
        self.end_headers()
        self.wfile.write(body)


ThreadingHTTPServer(('127.0.0.1', port), Gate).serve_forever()
