"""Documents, bodies, posts and clauses as linked data: what the JSON-LD form is made of.

Sources: W3C Recommendations "Web Annotation Data Model" and "Web Annotation Vocabulary" (23 February 2017), "The
Organization Ontology" (16 January 2014), JSON-LD 1.1 (16 July 2020); Popolo (popoloproject.com) for the names of a
body's and a post's properties.
"""
