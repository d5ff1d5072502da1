# 10 warmup epochs doubling from 9.8E-07 to 1.0E-03, then half a cosine towards 0 over
# 40 epochs.
# Link: ?v=2&name=&epochs=50&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=exponential&warmup_length=10&warmup_base=2&hold_length=0&decay=cosine&cycles=0.5&end_lr=0&cooldown=none&target=pytorch

import math

WARMUP_END = 2000
TOTAL_STEPS = 10000
STEPS_PER_EPOCH = 200
PEAK_LR = 0.001
WARMUP_BASE = 2.0
CYCLES = 0.5
END_LR = 0.0


def lr_at(step):
    """Learning rate of this optimizer step, counted from 0."""
    step = min(step, TOTAL_STEPS)
    if step < WARMUP_END:
        remaining = (WARMUP_END - step) / STEPS_PER_EPOCH
        return PEAK_LR * WARMUP_BASE**-remaining
    progress = (step - WARMUP_END) / (TOTAL_STEPS - WARMUP_END)
    wave = math.cos(2 * math.pi * CYCLES * progress)
    return END_LR + (PEAK_LR - END_LR) * 0.5 * (1 + wave)


def lr_lambda(step):
    """The factor on PEAK_LR, the rate that the optimizer is made with."""
    return lr_at(step) / PEAK_LR


# optimizer = torch.optim.Adam(model.parameters(), lr=PEAK_LR)
# scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda)
# scheduler.step()  # after each optimizer.step()
#
# PyTorch Lightning, in configure_optimizers:
# return [optimizer], [{"scheduler": scheduler, "interval": "step"}]
#
# Hugging Face, whose Trainer calls scheduler.step() after each optimizer.step():
# trainer = Trainer(..., optimizers=(optimizer, scheduler))
