"""moto's server, one request after the other: a call of DynamoDB is atomic, and moto's threads get into each other's way.

    python3 src/test/python/moto_in_turns.py <port>

Needs the package moto[server].
"""

import sys
import threading

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import run_simple


class InTurns:
    def __init__(self, application):
        self.application = application
        self.turn = threading.Lock()

    def __call__(self, environ, start_response):
        with self.turn:
            answer = self.application(environ, start_response)
            try:
                return [b"".join(answer)]
            finally:
                if hasattr(answer, "close"):
                    answer.close()


if __name__ == "__main__":
    run_simple("127.0.0.1", int(sys.argv[1]), InTurns(DomainDispatcherApplication(create_backend_app)), threaded=True)
