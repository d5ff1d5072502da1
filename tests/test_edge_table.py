"""The table of rates at the edges of the phases, for people who cannot see the chart."""

from hypothesis import given
from strategies import designs

from lrlib import Design, curve
from lrlib.chart.edge_table import edge_rows
from lrlib.words import rate_text


def test_one_row_a_phase():
    design = Design(
        warmup="linear", warmup_length=5, hold_length=3, cooldown="linear", cooldown_length=6
    )
    assert edge_rows(design) == [
        ("warmup", "epoch 0", "0", "epoch 5", "8.0E-04"),
        ("hold", "epoch 5", "1.0E-03", "epoch 8", "1.0E-03"),
        ("decay", "epoch 8", "1.0E-03", "epoch 44", "1.9E-06"),
        ("cooldown", "epoch 44", "0", "epoch 50", "0"),
    ]


def test_parts_of_one_phase_are_one_row():
    rows = edge_rows(Design(steps=3000, decay="cosine_restarts"))
    assert rows == [("decay", "step 0", "1.0E-03", "step 3,000", rows[0][4])]


@given(designs(wide=True))
def test_rows_follow_each_other_from_the_first_rate_to_the_last(design):
    rows = edge_rows(design)
    first, last = curve(design, [0, design.ticks - 1])
    assert (rows[0][2], rows[-1][4]) == (rate_text(first), rate_text(last))
    assert [row[3] for row in rows[:-1]] == [row[1] for row in rows[1:]]
