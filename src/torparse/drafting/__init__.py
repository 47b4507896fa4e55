"""Terms of reference from answers: typed answers, wording in two registers, one neutral text, three writers.

``answers`` is what goes in (facts and, for each provision, the value model of its clause type), ``expected`` what
extraction must give back, ``wording`` the sentences, ``compose`` the neutral text, ``word``, ``markdown`` and ``page``
the files.
"""
