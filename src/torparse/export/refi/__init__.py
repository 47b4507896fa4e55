"""The REFI-QDA standard for exchange between programs for qualitative analysis: what its files are made of.

Source: REFI-QDA Standard 1.5 (qdasoftware.org), with the schemas Project.xsd and Codebook.xsd of version 1.0:
https://www.qdasoftware.org. Its positions count code points of the plain text from 0; the end is exclusive, as every
program takes it that is known to import it.
"""
