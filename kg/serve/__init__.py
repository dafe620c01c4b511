"""The graph of a folder as a site on this machine: a SPARQL endpoint that only reads, a page to ask it from, explanations.

``app`` speaks HTTP and knows no RDF library; ``pool`` keeps processes of ``worker``, each with the store open for reading.
Nothing is imported here, for a worker passes through this file and should be up in an instant.
"""
