"""Curves -> charts in plotly's words, and small pictures."""
