"""Where something is written -> HTML in which papers and threads are links."""

from __future__ import annotations

import html
import re

# arXiv:1706.02677, or owner/repository#number, which GitHub leads on to a pull request too.
NAMED = re.compile(
    r"arXiv:(?P<paper>\d{4}\.\d{4,5})|(?P<repository>[\w.-]+/[\w.-]+)#(?P<thread>\d+)", re.ASCII
)


def linked(text: str) -> str:
    """The text, escaped, with each paper and thread that it names as a link."""
    return NAMED.sub(_link, html.escape(text))


def _link(named: re.Match[str]) -> str:
    address = f"https://arxiv.org/abs/{named['paper']}"
    if named["thread"]:
        address = f"https://github.com/{named['repository']}/issues/{named['thread']}"
    return f'<a href="{address}" target="_blank" rel="noopener noreferrer">{named[0]}</a>'
