"""What importing the core loads: never a framework, never Streamlit, never a plotting library."""

import pkgutil
import subprocess
import sys

import lrlib

HEAVY = {"tensorflow", "keras", "torch", "jax", "optax", "pandas", "plotly", "streamlit"}


def test_no_part_of_the_core_loads_a_framework_when_imported():
    parts = [part.name for part in pkgutil.walk_packages(lrlib.__path__, "lrlib.")]
    parts.remove("lrlib.__main__")
    assert len(parts) > 60
    program = (
        f"import sys, {', '.join(parts)}; print(*{{m.partition('.')[0] for m in sys.modules}})"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    assert HEAVY & {module.partition(".")[0] for module in loaded.split()} == set()
