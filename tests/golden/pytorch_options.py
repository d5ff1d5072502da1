# 10 warmup epochs doubling from 9.8E-07 to 1.0E-03, then half a cosine towards 0 over
# 40 epochs.
# Link: ?v=2&name=&epochs=50&steps_per_epoch=200&update=epoch&peak_lr=0.001&warmup=exponential&warmup_length=10&warmup_base=2&hold_length=0&decay=cosine&cycles=0.5&end_lr=0&cooldown=none&target=pytorch&accumulate=4&resume=20

import math

WARMUP_END = 10
TOTAL_EPOCHS = 50
PEAK_LR = 0.001
WARMUP_BASE = 2.0
CYCLES = 0.5
END_LR = 0.0


def lr_at(epoch):
    """Learning rate of this epoch, counted from 0."""
    epoch = min(epoch, TOTAL_EPOCHS)
    if epoch < WARMUP_END:
        remaining = WARMUP_END - epoch
        return PEAK_LR * WARMUP_BASE**-remaining
    progress = (epoch - WARMUP_END) / (TOTAL_EPOCHS - WARMUP_END)
    wave = math.cos(2 * math.pi * CYCLES * progress)
    return END_LR + (PEAK_LR - END_LR) * 0.5 * (1 + wave)


def lr_lambda(epoch):
    """The factor on PEAK_LR, the rate that the optimizer is made with."""
    return lr_at(epoch) / PEAK_LR


# parameters = [{"params": model.parameters(), "initial_lr": PEAK_LR}]
# optimizer = torch.optim.Adam(parameters, lr=PEAK_LR)
# scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda, last_epoch=19)
# optimizer.load_state_dict(saved["optimizer"])  # where a state was saved
# scheduler.load_state_dict(saved["scheduler"])
# scheduler.step()  # at the end of each epoch
#
# PyTorch Lightning, in configure_optimizers:
# return [optimizer], [{"scheduler": scheduler, "interval": "epoch"}]
#
# Hugging Face, whose Trainer calls scheduler.step() after each optimizer.step():
# scheduler = torch.optim.lr_scheduler.LambdaLR(
#     optimizer, lambda step: lr_lambda(step // 200), last_epoch=3999
# )
# trainer = Trainer(..., optimizers=(optimizer, scheduler))
