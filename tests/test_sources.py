"""Papers and threads become links; all else stays text."""

import pytest

from pages.parts.frame.sources import linked

LINK = '<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>'


@pytest.mark.parametrize(
    ("text", "address", "name"),
    [
        (
            "Goyal et al. 2017, arXiv:1706.02677 (0.1)",
            "https://arxiv.org/abs/1706.02677",
            "arXiv:1706.02677",
        ),
        (
            "keras-team/keras#18747",
            "https://github.com/keras-team/keras/issues/18747",
            "keras-team/keras#18747",
        ),
        (
            "to end there (EleutherAI/gpt-neox#1008), and",
            "https://github.com/EleutherAI/gpt-neox/issues/1008",
            "EleutherAI/gpt-neox#1008",
        ),
    ],
)
def test_a_paper_or_a_thread_is_a_link(text, address, name):
    assert linked(text) == text.replace(name, LINK.format(address, name))


@pytest.mark.parametrize("text", ["torch.optim.lr_scheduler.StepLR", "a/b", "issue #12", "arXiv"])
def test_anything_else_is_not(text):
    assert linked(text) == text


def test_markup_is_escaped():
    assert linked('<b>"x"</b> a/b#1') == "&lt;b&gt;&quot;x&quot;&lt;/b&gt; " + LINK.format(
        "https://github.com/a/b/issues/1", "a/b#1"
    )
