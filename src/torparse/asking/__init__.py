"""The dozen questions of ``torparse draft`` on a terminal, and the commonest choice of peers as what Enter takes.

``replies`` says how an answer that is typed becomes answers of ``drafting``, ``questions`` what is asked, ``dialogue``
how, ``peers`` what bodies like this one have.
"""
