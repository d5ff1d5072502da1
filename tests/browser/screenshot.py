"""The real pages -> the pictures of the README: make screenshot."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from serving import ROOT, Server, chromium

DESIGN = "/?epochs=50&warmup=exponential&warmup_length=10&decay=cosine&cycles=1.5&end_lr=1e-5"
PICTURES = {
    "designer.png": (DESIGN, ".live-chart[data-ready]"),
    "recipes.png": ("/recipes", "li img"),
}


def main() -> None:
    """Draw every picture into docs/."""
    with closing(Server().start()) as server, chromium() as browser:
        for name, (path, ready) in PICTURES.items():
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(server.address + path)
            page.wait_for_selector(ready, state="attached")
            page.wait_for_timeout(2000)  # fonts, and the axis that eases into its range
            page.screenshot(path=Path(ROOT, "docs", name))
            page.close()


if __name__ == "__main__":
    main()
