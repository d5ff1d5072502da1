"""A call of a library and the design that is the same curve, for a run of any length.

What stands between < and > is worked out for the run's length n: each entry is tried at three.
"""

import re
from dataclasses import dataclass

RUN = "steps=<n>&peak_lr=1"
EPOCHS = "epochs=<n>&peak_lr=1"
LENGTHS = (100, 1000, 729)
THIRDS = (100, 1000, 733)  # without a warmup of 10, three equal parts
TENTHS = (100, 1000, 730)  # three tenths are a whole number
PAST = 4  # steps past the end, where the library holds its last rate as the curve does


@dataclass(frozen=True)
class Comparison:
    """A call of a library, the design that is the same curve, and the convention that differs."""

    library: str
    call: str  # as its users write it, for a peak of 1; it is what is executed
    design: str  # a query string
    differs: str
    past: int = 0  # steps past the run's end that agree, too
    lengths: tuple[int, ...] = LENGTHS
    within: float = 0.0  # parts of the peak that they differ by, where they round otherwise
    besides: tuple[int, ...] = ()  # steps where one has begun a cycle and the other has not

    def at(self, text: str, n: int) -> str:
        """The call or the design for a run of this length."""
        return re.sub("<(.+?)>", lambda found: str(eval(found[1], {"n": n})), text)
