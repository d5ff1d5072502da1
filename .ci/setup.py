"""Makes .venv with what `run` or `test` needs; a second time it finds all done and is quick.

Says one clear line and ends with 1 where the machine lacks something.
"""

import argparse
import hashlib
import os
import shutil
import socket
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
LISTS = {"run": ["requirements.txt"], "test": ["requirements.txt", "tests/requirements.txt"]}
LOWEST, HIGHEST = (3, 11), (3, 13)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("purpose", choices=sorted(LISTS))
    parser.add_argument("--port", type=int)
    parser.add_argument("--no-browser", action="store_true")
    given = parser.parse_args()
    check_python()
    make_venv()
    install(given.purpose)
    if given.purpose == "test" and not given.no_browser:
        find_chromium()
    if given.port is not None:
        check_port(given.port)
        print("Dashboard: http://localhost:%d" % given.port)


def stop(line):
    sys.exit(line)


def check_python():
    version = sys.version_info[:2]
    if not LOWEST <= version <= HIGHEST:
        stop(
            "Python 3.11 to 3.13 is needed, and %s is %d.%d: try make PYTHON=python3.12"
            % (sys.executable, version[0], version[1])
        )


def make_venv():
    if os.path.exists(PYTHON):
        return
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        stop("Python's venv module is missing: install it (on Debian: apt install python3-venv)")
    print("Making .venv", flush=True)
    run([sys.executable, "-m", "venv", VENV], "the virtual environment could not be made")


def install(purpose):
    """Install the lists, unless exactly these are installed already."""
    texts = []
    for name in LISTS[purpose]:
        with open(os.path.join(ROOT, name), encoding="utf-8") as file:
            texts.append(file.read())
    wanted = hashlib.sha256("\n".join(texts).encode()).hexdigest()
    stamp = os.path.join(VENV, "installed-" + purpose)
    if os.path.exists(stamp):
        with open(stamp, encoding="ascii") as file:
            if file.read() == wanted:
                return
    print(
        "Installing %s (the first time takes some minutes)" % " and ".join(LISTS[purpose]),
        flush=True,
    )
    command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for name in LISTS[purpose]:
        command += ["-r", os.path.join(ROOT, name)]
    run(command, "the packages could not be installed")
    with open(stamp, "w", encoding="ascii") as file:
        file.write(wanted)


def find_chromium():
    """Debian's Chromium, or the one that Playwright brings."""
    if shutil.which("chromium") or os.path.exists(os.path.join(VENV, "chromium-by-playwright")):
        return
    print("Installing Chromium for the browser tests", flush=True)
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = subprocess.DEVNULL
        subprocess.call(["apt-get", "update", "-qq"], stdout=quiet)
        subprocess.call(["apt-get", "install", "-y", "-qq", "chromium"], stdout=quiet)
        if shutil.which("chromium"):
            return
    run(
        [PYTHON, "-m", "playwright", "install", "chromium"],
        "no Chromium: install one (on Debian: apt install chromium), then try again",
    )
    open(os.path.join(VENV, "chromium-by-playwright"), "w").close()


def check_port(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))
        except OSError:
            stop("Port %d is in use: try make run PORT=%d" % (port, port + 1))


def run(command, failure):
    if subprocess.call(command) != 0:
        stop("Set-up stopped: " + failure)


if __name__ == "__main__":
    main()
