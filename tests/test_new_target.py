"""The drill: a target that wraps lr_at in its own way is one short definition, and no more."""

import inspect
import subprocess
import sys
from dataclasses import replace

import pytest
from test_pages import checked, code_of, opened

from lrlib import Design, code, link, view
from lrlib.__main__ import main
from lrlib.prove import plan, provable
from lrlib.targets import TARGETS, Block, Proof, Target, notes
from lrlib.targets.lr_at import lr_at

DESIGN = Design(epochs=6, steps_per_epoch=5, warmup="linear", warmup_length=2, update="step")


def lightning():
    def write(design, options):
        made = lr_at(design, ("peak_lr",), "optimizer step")
        factor = [
            f"def lr_lambda({design.update}):",
            '    """The factor on PEAK_LR."""',
            f"    return lr_at({design.update}) / PEAK_LR",
        ]
        module = [
            "class Scheduled(lightning.LightningModule):",
            "    def configure_optimizers(self):",
            "        optimizer = torch.optim.Adam(self.parameters(), lr=PEAK_LR)",
            "        scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda)",
            f'        timed = {{"scheduler": scheduler, "interval": "{design.update}"}}',
            '        return {"optimizer": optimizer, "lr_scheduler": timed}',
        ]
        return replace(
            made,
            imports=[*made.imports, ["import lightning", "import torch"]],
            definitions=[*made.definitions, Block(factor), Block(module)],
            usage=[f"trainer = lightning.Trainer(max_epochs={design.clock.epochs})"],
        )

    return Target(
        "lightning",
        "Lightning",
        "lr_lightning.py",
        "python",
        "A module that brings its own schedule.",
        write,
        ("resume",),
        "lr_lambda",
        "torch",
        Proof("lrlib.prove.with_torch", "ticks"),
    )


@pytest.fixture(autouse=True)
def registered(monkeypatch):
    """One line in TARGETS."""
    monkeypatch.setitem(TARGETS, "lightning", lightning())


def test_it_is_short_and_retypes_nothing():
    source = inspect.getsource(lightning)
    assert source.count("\n") < 50
    for retyped in ("import math", "# Link", "TOTAL_", "PEAK_LR =", "def lr_at", "min("):
        assert retyped not in source


@pytest.mark.parametrize("update", ["epoch", "step"])
def test_its_text_is_whole_and_clean(update, tmp_path):
    text = code(DESIGN.replace(update=update), "lightning", "https://lr.example.org", resume=3)
    file = tmp_path / "lr_lightning.py"
    file.write_text(text)
    for command in (["check"], ["format", "--check"]):
        arguments = [sys.executable, "-m", "ruff", *command, "--isolated", str(file)]
        done = subprocess.run(arguments, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
    assert text.splitlines()[1:3] == [
        "# 0 over 4 epochs.",
        f"# Link: https://lr.example.org/?{link.write(DESIGN.replace(update=update))}"
        "&target=lightning&resume=3",
    ]
    assert text.endswith("\n\n\n# trainer = lightning.Trainer(max_epochs=6)\n")
    assert "\nimport math\n\nimport lightning\n" in text
    assert "\nPEAK_LR = 0.001\n" in text


def test_links_and_the_command_line_know_it(capsys):
    opened_link = link.open_link("epochs=6&target=lightning&resume=2")
    assert opened_link.problems == []
    assert ("target", "lightning") in view.write(opened_link.view)
    _, problems = view.read_values({"target": "thunder"})
    assert "keras-callback" in str(problems[0])
    assert "lightning" in str(problems[0])
    assert main(["code", "epochs=6&target=lightning&resume=2", "--target", "lightning"]) == 0
    assert capsys.readouterr().out == code(Design(epochs=6), "lightning", resume=2)
    assert main(["targets"]) == 0
    assert "lightning\tA module that" in capsys.readouterr().out
    assert notes(DESIGN, "lightning") == []


def test_it_can_be_proved():
    assert provable("lightning")
    job = plan(DESIGN, "lightning", {"resume": 2})
    assert (job.module, job.counts, job.defines) == ("lrlib.prove.with_torch", "ticks", "lr_lambda")
    assert job.steps().tolist() == list(range(10, 30))
    assert job.text == code(DESIGN, "lightning", resume=2)


@pytest.mark.usefixtures("scanned_once")
def test_the_page_offers_and_shows_it():
    at = opened("epochs=6&target=lightning")
    assert code_of(at) == code(Design(epochs=6), "lightning")
    assert at.code[-2].value == "trainer = lightning.Trainer(max_epochs=6)"
    checked(at.text_input(key="resume").set_value("2").run())
    assert code_of(at) == code(Design(epochs=6), "lightning", resume=2)
    assert at.button(key="prove").label == "Run this code"
