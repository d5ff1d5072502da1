"""Formulas and designs -> text of a language."""
