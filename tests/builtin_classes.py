"""Built-in schedules of Keras -> designs that they are, as links."""

STEPS = "steps=240&steps_per_epoch=60&peak_lr=0.3"
CLASSES = {
    # What CosineDecay has: half a wave, after a line or a constant, and then its end.
    "CosineDecay": [
        f"{STEPS}&decay=cosine",
        f"{STEPS}&decay=cosine&end_lr=0.02",
        f"{STEPS}&decay=cosine&end_lr=0.6",
        f"{STEPS}&decay=cosine&warmup=linear&warmup_length=31&end_lr=0.02",
        f"{STEPS}&decay=cosine&warmup=linear&warmup_length=31&init_lr=0.4",
        f"{STEPS}&decay=cosine&hold_length=50",
        f"{STEPS}&decay=cosine_restarts&cycles=1&warmup=linear&warmup_length=7",
        f"{STEPS}&decay=constant&cooldown=cosine&cooldown_length=100&final_lr=0.01",
        f"{STEPS}&decay=points&join=cosine&points=0:0.3,200:0.1",
        f"{STEPS}&decay=points&join=cosine&points=0:0.3,50:0.3,240:0.1",
        "epochs=4&steps_per_epoch=60&update=step&peak_lr=0.3&decay=cosine",
        "epochs=240&steps_per_epoch=1&update=epoch&peak_lr=0.3&decay=cosine",
    ],
    # What PolynomialDecay has: a power of what is left, and then its end.
    "PolynomialDecay": [
        f"{STEPS}&decay=linear",
        f"{STEPS}&decay=linear&end_lr=0.6",
        f"{STEPS}&decay=polynomial&power=2&end_lr=0.02",
        f"{STEPS}&decay=polynomial&power=3",
        f"{STEPS}&decay=constant&warmup=linear&warmup_length=100",
        f"{STEPS}&decay=constant&warmup=linear&warmup_length=100&hold_length=50&init_lr=0.1",
        f"{STEPS}&warmup=linear&warmup_length=240",
        f"{STEPS}&decay=points&points=0:0.3,200:0.1",
    ],
    # What CosineDecayRestarts has: equal or doubling cycles, whose tops fall towards the end.
    "CosineDecayRestarts": [
        f"{STEPS}&decay=cosine_restarts",
        f"{STEPS}&decay=cosine_restarts&cycle_decay=0.5&end_lr=0.03",
        f"{STEPS}&decay=cosine_restarts&cycles=6&cycle_decay=0.9&end_lr=0.4",
        "steps=224&steps_per_epoch=56&peak_lr=0.3&decay=cosine_restarts&cycle_mult=2"
        "&cycle_decay=0.7&end_lr=0.03",
        "steps=210&steps_per_epoch=70&peak_lr=0.3&decay=cosine_restarts&cycle_length=70",
    ],
    # What PiecewiseConstantDecay has: anything of few constant pieces.
    "PiecewiseConstantDecay": [
        f"{STEPS}&decay=piecewise&boundaries=1,60,239&values=0.1,0.2,0.01",
        f"{STEPS}&decay=piecewise&boundaries=60,240&values=0.1,0.2",
        f"{STEPS}&decay=step&every=80",
        f"{STEPS}&decay=step&every=3&drop=0.5&end_lr=0.01",
        f"{STEPS}&decay=exponential&staircase=true&decay_length=7&warmup=linear&warmup_length=9",
        f"{STEPS}&decay=inverse_time&staircase=true&decay_length=60",
        f"{STEPS}&decay=linear&warmup=polynomial&warmup_length=50&end_lr=0.3",
        "epochs=4&steps_per_epoch=60&peak_lr=0.3&decay=piecewise&boundaries=1,3&values=0.1,0.2",
        "epochs=4&steps_per_epoch=60&peak_lr=0.3&decay=cosine&warmup=exp&warmup_length=2",
        "epochs=80&steps_per_epoch=3&peak_lr=0.3&decay=cosine_restarts&cycle_mult=1.25",
        "epochs=120&steps_per_epoch=2&peak_lr=0.3&decay=constant&warmup=linear&warmup_length=5",
    ],
    "PEAK_LR": [f"{STEPS}&decay=constant", f"{STEPS}&end_lr=0.3&hold_length=5"],
}
