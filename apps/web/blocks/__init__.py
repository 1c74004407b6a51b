"""View models of the building blocks: small frozen records that a view fills and a component draws.

Nothing in here knows a model, a query or a request; every text arrives already in the language of the reader.
"""
