"""`python -m demo`: serve the newsroom until Ctrl-C."""

import argparse
import logging
import threading

from demo.newsroom import DEFAULT_PORTS, EDITIONS, serve


def main() -> None:
    """Serve on the fixed ports and say where."""
    options = argparse.ArgumentParser(prog="python -m demo", description=__doc__)
    options.add_argument("--edition", type=int, choices=EDITIONS, default=1)
    options.add_argument("--free-ports", action="store_true", help="use free ports instead of the fixed ones")
    chosen = options.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    ports = None if chosen.free_ports else DEFAULT_PORTS
    with serve(edition=chosen.edition, ports=ports) as newsroom:
        for outlet, address in newsroom.base_addresses.items():
            logging.info("%-14s %s", outlet, address)
        logging.info("Edition %s. Ctrl-C ends it.", newsroom.edition)
        _wait_for_interrupt()


def _wait_for_interrupt() -> None:
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        logging.info("Closed.")


if __name__ == "__main__":
    main()
