"""The lines for PyTorch Lightning and for Hugging Face's Trainer, in their real loops."""

import lightning
import pytest
import torch
from every_design import wanted
from pasted import run, usage
from transformers import Trainer, TrainingArguments

from lrlib import Design, code

DESIGN = Design(epochs=8, steps_per_epoch=3, update="step", peak_lr=0.3, end_lr=0.1)
UPDATES = {"step": DESIGN, "epoch": DESIGN.replace(update="epoch")}
STEPS = 24


def as_sgd(lines):
    """The usage lines that build, with SGD for Adam; not the call of scheduler.step()."""
    kept = [line for line in lines if not line.startswith("scheduler.step()")]
    return "\n".join(kept).replace("torch.optim.Adam", "torch.optim.SGD")


def loader(accumulate):
    """The number of its step, once for each of its batches, in order."""
    return torch.arange(STEPS).repeat_interleave(accumulate)


class Module(lightning.LightningModule):
    """One weight a step; configure_optimizers is what the text says."""

    def __init__(self, text, accumulate):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.zeros(STEPS))
        self.text, self.accumulate = text, accumulate
        self.seen = 0

    def training_step(self, batch, index):
        step = self.seen // self.accumulate
        self.seen += 1
        return self.weight[step]

    def configure_optimizers(self):
        build, returned = usage(self.text)[:2]
        lines = as_sgd(build) + "\n" + returned[0].replace("return", "configured =")
        return run(f"{self.text}\n{lines}\n", torch=torch, model=self)["configured"]


@pytest.mark.parametrize("accumulate", [1, 2])
@pytest.mark.parametrize("update", UPDATES)
def test_lightning_trains_with_the_curve(update, accumulate, tmp_path):
    design = UPDATES[update]
    module = Module(code(design, "pytorch", accumulate=accumulate), accumulate)
    quiet = dict.fromkeys(("logger", "enable_progress_bar", "enable_checkpointing"), False)
    trainer = lightning.Trainer(
        max_epochs=8,
        accumulate_grad_batches=accumulate,
        accelerator="cpu",
        default_root_dir=tmp_path,
        enable_model_summary=False,
        **quiet,
    )
    trainer.fit(module, torch.utils.data.DataLoader(torch.zeros(3 * accumulate, 1)))
    rates = -module.weight.detach().numpy()
    assert rates == pytest.approx(wanted(design, STEPS), rel=1e-6)


class Model(torch.nn.Module):
    """One weight a step; a batch says which."""

    def __init__(self):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.zeros(STEPS))

    def forward(self, step):
        return {"loss": self.weight[step].mean()}


class InOrder(Trainer):
    """Without the shuffle, so that batch t belongs to step t."""

    def _get_train_sampler(self, dataset=None):
        return torch.utils.data.SequentialSampler(self.train_dataset)


@pytest.mark.parametrize("accumulate", [1, 2])
@pytest.mark.parametrize("update", UPDATES)
def test_hugging_face_trains_with_the_curve(update, accumulate, tmp_path):
    design, model = UPDATES[update], Model()
    text = code(design, "pytorch", accumulate=accumulate)
    build, _, plugged = usage(text)
    lines = as_sgd([*build, *plugged]).replace("Trainer(...,", "Trainer(**given,")
    given = {
        "model": model,
        "args": TrainingArguments(
            output_dir=str(tmp_path),
            num_train_epochs=1,
            per_device_train_batch_size=1,
            gradient_accumulation_steps=accumulate,
            max_grad_norm=0,
            save_strategy="no",
            report_to="none",
            disable_tqdm=True,
            use_cpu=True,
        ),
        "train_dataset": [{"step": int(step)} for step in loader(accumulate)],
    }
    run(f"{text}\n{lines}\n", torch=torch, model=model, Trainer=InOrder, given=given)[
        "trainer"
    ].train()
    rates = -model.weight.detach().numpy()
    assert rates == pytest.approx(wanted(design, STEPS), rel=1e-6)
