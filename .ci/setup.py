"""Makes the environment of a purpose; a second time it finds all done and is quick.

`run` and `test` share .venv; every other has its own, such as .venv-frameworks.

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
LISTS = {
    "run": ["requirements.txt"],
    "test": ["requirements.txt", "tests/requirements.txt"],
    "frameworks": ["requirements.txt", "tests/frameworks/requirements.txt"],
    "keras-2.15": ["tests/compat/keras-2.15.txt"],
    "keras-3.0": ["tests/compat/keras-3.0.txt"],
    "keras-legacy": ["tests/compat/keras-legacy.txt"],
}
ALONE = {"frameworks": "tests/frameworks/alone.txt"}  # installed without what they ask for
LOWEST, HIGHEST = (3, 11), (3, 13)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("purpose", choices=sorted(LISTS))
    parser.add_argument("--port", type=int)
    parser.add_argument("--no-browser", action="store_true")
    given = parser.parse_args()
    own = "" if given.purpose in ("run", "test") else "-" + given.purpose
    venv = os.path.join(ROOT, ".venv" + own)
    check_python()
    make_venv(venv)
    install(venv, given.purpose)
    if given.purpose == "test" and not given.no_browser:
        find_chromium(venv)
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


def python_of(venv):
    return os.path.join(venv, "bin", "python")


def make_venv(path):
    if os.path.exists(python_of(path)):
        return
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        stop("Python's venv module is missing: install it (on Debian: apt install python3-venv)")
    print("Making %s" % os.path.basename(path), flush=True)
    run([sys.executable, "-m", "venv", path], "the virtual environment could not be made")


def install(venv, purpose):
    """Install the lists, unless exactly these are installed already."""
    lists, alone, texts = LISTS[purpose], ALONE.get(purpose), []
    for name in lists + [alone] * bool(alone):
        with open(os.path.join(ROOT, name), encoding="utf-8") as file:
            texts.append(file.read())
    wanted = hashlib.sha256("\n".join(texts).encode()).hexdigest()
    stamp = os.path.join(venv, "installed-" + purpose)
    if os.path.exists(stamp):
        with open(stamp, encoding="ascii") as file:
            if file.read() == wanted:
                return
    print(
        "Installing %s (the first time takes some minutes)" % " and ".join(lists),
        flush=True,
    )
    pip = [python_of(venv), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command = list(pip)
    for name in lists:
        command += ["-r", os.path.join(ROOT, name)]
    run(command, "the packages could not be installed")
    if alone:
        pip += ["--no-deps", "-r", os.path.join(ROOT, alone)]
        run(pip, "the packages could not be installed")
    with open(stamp, "w", encoding="ascii") as file:
        file.write(wanted)


def find_chromium(venv):
    """Debian's Chromium, or the one that Playwright brings."""
    stamp = os.path.join(venv, "chromium-by-playwright")
    if shutil.which("chromium") or os.path.exists(stamp):
        return
    print("Installing Chromium for the browser tests", flush=True)
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = subprocess.DEVNULL
        subprocess.call(["apt-get", "update", "-qq"], stdout=quiet)
        subprocess.call(["apt-get", "install", "-y", "-qq", "chromium"], stdout=quiet)
        if shutil.which("chromium"):
            return
    run(
        [python_of(venv), "-m", "playwright", "install", "chromium"],
        "no Chromium: install one (on Debian: apt install chromium), then try again",
    )
    open(stamp, "w").close()


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
