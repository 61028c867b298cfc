"""How ties are told: each module knows one form of words, and all yield tellings.

A telling is one place in the text that says what holds between two entities. `intervals` dates it,
`standing` judges whether it holds in the eyes of who tells of it, `merging` makes one relation of
all tellings of the same tie.
"""
