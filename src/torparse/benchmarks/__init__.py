"""Provisions that can be measured, body by body: what a body's terms say of each, as a number with its words.

``measures`` lists them; ``numbers`` reads a clause as a number and ``shares`` a quorum as a share of the members.
"""
