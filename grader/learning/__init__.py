"""How the judge's parameters are learned from essays and passages that a person labelled."""
