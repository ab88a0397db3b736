"""The assistant behind HTTP, as the shop's page would ask it: POST {"message": …} gives {"reply": …}."""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from stand_in.assistant import Assistant

assistant = Assistant()


class Handler(BaseHTTPRequestHandler):
    server_version = "order-assistant"
    sys_version = ""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = json.dumps({"reply": assistant.reply(asked["message"])}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
